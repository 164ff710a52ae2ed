import type { Task } from '@timegrove/contract/tasks.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';

/** Why the structure of a task can or cannot be changed here. */
export type Structure = 'open' | 'at-vendor' | 'no-right';

/** What the member may do with one task. The server decides; this keeps dead buttons off the screen. */
export interface TaskRights {
  /** Rename, move, archive, restore. */
  readonly structure: Structure;
  readonly addBelow: Structure;
  /** Note, colour, billable, and who is assigned. */
  readonly manage: boolean;
  /** Shown only because something below it is assigned. */
  readonly merePath: boolean;
}

/** Reads the rights off what the server said of the task and of the member. */
export function rightsOn(task: Task, accountRole: AccountRole): TaskRights {
  const everything = accountRole === 'administrator';
  const manage = everything || task.role === 'project-manager';
  const add = manage || task.role === 'regular-user';
  const vendors = task.source?.readOnly === true;
  return {
    structure: structure(vendors, manage),
    addBelow: structure(vendors, add),
    manage,
    merePath: !everything && task.role === null,
  };
}

function structure(vendors: boolean, right: boolean): Structure {
  if (vendors) return 'at-vendor';
  return right ? 'open' : 'no-right';
}

/** Whether the member may add a project. */
export function mayAddProject(accountRole: AccountRole): boolean {
  return accountRole !== 'user';
}
