import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { Account } from './account.ts';
import { projectStatus, sectionStatus, taskStatus } from './rows.ts';
import type { Project, Section, Task } from './rows.ts';

/** A project in the words of the port. */
export function projectNode(row: Project): SandboxNode {
  const state =
    row.status === projectStatus.trashed
      ? 'trashed'
      : row.status === projectStatus.archived
        ? 'archived'
        : 'active';
  return { kind: 'project', id: String(row.id), parent: null, name: row.name, state };
}

/** A section in the words of the port. */
export function listNode(row: Section): SandboxNode {
  const state = row.status === sectionStatus.trashed ? 'trashed' : 'active';
  return {
    kind: 'list',
    id: String(row.id),
    parent: String(row.project_id),
    name: row.name,
    state,
  };
}

const taskStates: Readonly<Record<number, SandboxNode['state']>> = {
  [taskStatus.completed]: 'completed',
  [taskStatus.archived]: 'archived',
  [taskStatus.trashed]: 'trashed',
};

/** A task in the words of the port. */
export function taskNode(row: Task): SandboxNode {
  const state = taskStates[row.status] ?? 'active';
  return {
    kind: 'task',
    id: String(row.id),
    parent: String(row.section_id),
    name: row.name,
    state,
  };
}

/** Everything of an account, projects first, then lists, then tasks. */
export function nodesOf(account: Account): readonly SandboxNode[] {
  return [
    ...account.projects.all().map(projectNode),
    ...account.sections.all().map(listNode),
    ...account.tasks.all().map(taskNode),
  ];
}
