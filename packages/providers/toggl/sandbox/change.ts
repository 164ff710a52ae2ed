import type { Account, Space } from './account.ts';
import { stamp } from './rows.ts';
import type { Client, Project, Task } from './rows.ts';

/** The projects of a client. */
function projectsOf({ projects }: Space, client: number | null): readonly Project[] {
  return projects.all().filter((project) => project.client_id === client);
}

/** The tasks of a project, done ones too. */
export function tasksOf({ tasks }: Space, project: number): readonly Task[] {
  return tasks.all().filter((task) => task.project_id === project);
}

/** Archives a client with its active projects; gives the ids of these [S]. */
export function archiveClient(account: Account, space: Space, client: Client): number[] {
  const active = projectsOf(space, client.id).filter((project) => project.active);
  for (const project of active) setActive(account, project, false);
  client.archived = true;
  touch(account, client);
  return active.map((project) => project.id);
}

/** Brings a client back; its projects stay archived until each of them is asked for [I]. */
export function restoreClient(account: Account, client: Client): void {
  client.archived = false;
  touch(account, client);
}

/** Deletes a client; its projects stay, without a client [I]. */
export function deleteClient(account: Account, space: Space, client: Client): void {
  for (const project of projectsOf(space, client.id)) {
    project.client_id = null;
    touch(account, project);
  }
  space.clients.remove(client.id);
}

/** Deletes a project with its tasks; from then on only `since` tells of them [S]. */
export function deleteProject(account: Account, space: Space, project: Project): void {
  for (const task of tasksOf(space, project.id)) deleteTask(account, space, task);
  space.projects.remove(project.id);
  project.active = false;
  space.deletedProjects.push(deleted(account, project));
}

/** Deletes a task; from then on only `since` tells of it [S]. */
export function deleteTask(account: Account, space: Space, task: Task): void {
  space.tasks.remove(task.id);
  space.deletedTasks.push(deleted(account, task));
}

/** Archives a project or brings it back; says of a task that it is done, or open again. */
export function setActive(account: Account, row: Project | Task, active: boolean): void {
  row.active = active;
  touch(account, row);
}

/** Notes that a thing was changed now. */
export function touch(account: Account, row: { at: string }): void {
  row.at = stamp(account.now());
}

function deleted<Row extends Project | Task>(account: Account, row: Row): Row {
  touch(account, row);
  row.server_deleted_at = row.at;
  return row;
}
