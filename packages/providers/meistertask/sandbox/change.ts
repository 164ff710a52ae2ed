import type { Account } from './account.ts';
import { projectStatus, stamp, taskStatus } from './rows.ts';
import type { Project, Section, Task } from './rows.ts';

/** Renames a section; its tasks carry its name with them. */
export function renameSection(account: Account, section: Section, name: string): void {
  section.name = name;
  touch(account, section);
  for (const task of account.tasks.all())
    if (task.section_id === section.id) task.section_name = name;
}

/** Puts a task into another section, of another project too. */
export function moveTask(account: Account, task: Task, section: Section): void {
  task.section_id = section.id;
  task.section_name = section.name;
  task.project_id = section.project_id;
  touch(account, task);
}

/** Sets the state of a task. */
export function setTaskStatus(account: Account, task: Task, status: number): void {
  task.status = status;
  touch(account, task);
  task.status_updated_at = task.updated_at;
}

/** Sets the state of a project; trashing it turns its tasks to trashed too [R], restoring it back [I]. */
export function setProjectStatus(account: Account, project: Project, status: number): void {
  const wasTrashed = project.status === projectStatus.trashed;
  const isTrashed = status === projectStatus.trashed;
  project.status = status;
  touch(account, project);
  if (isTrashed && !wasTrashed) trashTasks(account, project);
  if (wasTrashed && !isTrashed) restoreTasks(account, project);
}

/** Removes a project for good, with everything in it. */
export function deleteProject(account: Account, project: Project): void {
  for (const section of sectionsOf(account, project)) deleteSection(account, section);
  account.projects.remove(project.id);
}

/** Removes a section for good, with its tasks. */
export function deleteSection(account: Account, section: Section): void {
  for (const task of account.tasks.all())
    if (task.section_id === section.id) account.tasks.remove(task.id);
  account.sections.remove(section.id);
}

/** The sections of a project, from left to right. */
export function sectionsOf(account: Account, project: Project): Section[] {
  return account.sections
    .all()
    .filter((section) => section.project_id === project.id)
    .sort((one, other) => one.sequence - other.sequence);
}

/** Notes that a thing was changed now. */
export function touch(account: Account, row: { id: number; updated_at: string }): void {
  row.updated_at = stamp(account.now(), row.id);
}

function trashTasks(account: Account, project: Project): void {
  for (const task of account.tasks.all()) {
    if (task.project_id !== project.id || task.status === taskStatus.trashed) continue;
    account.statusBefore.set(task.id, task.status);
    setTaskStatus(account, task, taskStatus.trashed);
  }
}

function restoreTasks(account: Account, project: Project): void {
  for (const task of account.tasks.all()) {
    const before = account.statusBefore.get(task.id);
    if (task.project_id !== project.id || before === undefined) continue;
    account.statusBefore.delete(task.id);
    setTaskStatus(account, task, before);
  }
}
