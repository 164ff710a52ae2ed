import { cannot, found, nameIn, SandboxRefusal } from '../../kit/sandbox/act.ts';
import type { Act } from '../../kit/sandbox/act.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import { addProject, addSection, addTask } from './account.ts';
import type { Account } from './account.ts';
import {
  deleteProject,
  deleteSection,
  moveTask,
  renameSection,
  setProjectStatus,
  setTaskStatus,
  touch,
} from './change.ts';
import { listNode, projectNode, taskNode } from './nodes.ts';
import { projectStatus, sectionStatus, taskStatus } from './rows.ts';
import type { Project, Section, Task } from './rows.ts';

/** Does what a person does at the vendor. @throws SandboxRefusal when the vendor has no such thing */
export function act(account: Account, it: Act): SandboxNode {
  switch (it.kind) {
    case 'project':
      return projectNode(actOnProject(account, it));
    case 'list':
      return listNode(actOnSection(account, it));
    case 'task':
      return taskNode(actOnTask(account, it));
    default:
      throw new SandboxRefusal(`MeisterTask knows project, list and task, not “${it.kind}”.`);
  }
}

function actOnProject(account: Account, it: Act): Project {
  if (it.do === 'create') return addProject(account, nameIn(it));
  const project = found(account.projects.get(Number(it.id)), it);
  const statuses: Partial<Record<Act['do'], number>> = {
    archive: projectStatus.archived,
    trash: projectStatus.trashed,
    restore: projectStatus.active,
  };
  const status = statuses[it.do];
  if (status !== undefined) setProjectStatus(account, project, status);
  else if (it.do === 'rename') project.name = nameIn(it);
  else if (it.do === 'delete') deleteProject(account, project);
  else throw cannot(it);
  touch(account, project);
  return project;
}

function actOnSection(account: Account, it: Act): Section {
  if (it.do === 'create')
    return addSection(account, found(account.projects.get(Number(it.parent)), it), nameIn(it));
  const section = found(account.sections.get(Number(it.id)), it);
  if (it.do === 'rename') renameSection(account, section, nameIn(it));
  else if (it.do === 'trash') section.status = sectionStatus.trashed;
  else if (it.do === 'restore') section.status = sectionStatus.active;
  else if (it.do === 'delete') deleteSection(account, section);
  else throw cannot(it);
  touch(account, section);
  return section;
}

function actOnTask(account: Account, it: Act): Task {
  const parent = () => found(account.sections.get(Number(it.parent)), it);
  if (it.do === 'create') return addTask(account, parent(), nameIn(it));
  const task = found(account.tasks.get(Number(it.id)), it);
  const statuses: Partial<Record<Act['do'], number>> = {
    complete: taskStatus.completed,
    reopen: taskStatus.open,
    archive: taskStatus.archived,
    trash: taskStatus.trashed,
    restore: taskStatus.open,
  };
  const status = statuses[it.do];
  if (status !== undefined) setTaskStatus(account, task, status);
  else if (it.do === 'rename') task.name = nameIn(it);
  else if (it.do === 'move') moveTask(account, task, parent());
  else if (it.do === 'delete') account.tasks.remove(task.id);
  touch(account, task);
  return task;
}
