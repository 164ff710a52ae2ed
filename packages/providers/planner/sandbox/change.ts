import type { List, Organization, Project, Task } from './rows.ts';
import type { World } from './world.ts';

/** Notes that a thing was changed now. */
export function touch(world: World, row: { updatedAt: string }): void {
  row.updatedAt = world.stamp();
}

/** Puts a task, with its parts, into a list of any project, below no other task. */
export function moveTask(world: World, task: Task, list: List, project: Project): void {
  task.parentId = null;
  for (const one of withParts(world, task)) {
    one.taskListId = list.id;
    one.projectId = project.id;
    one.organizationId = project.organizationId;
    touch(world, one);
  }
  world.tasks.moved();
}

/** Marks a task as done or not. */
export function setCompleted(world: World, task: Task, isCompleted: boolean): void {
  task.isCompleted = isCompleted;
  task.completedAt = isCompleted ? world.stamp() : null;
}

/** Removes a task for good, with its parts. */
export function deleteTask(world: World, task: Task): void {
  for (const { id } of withParts(world, task)) world.tasks.remove(id);
}

/** Removes a list for good, with its tasks. */
export function deleteList(world: World, list: List): void {
  for (const task of world.tasks.of(list.projectId))
    if (task.taskListId === list.id) world.tasks.remove(task.id);
  world.lists.remove(list.id);
}

/** Removes a project for good, with everything in it. */
export function deleteProject(world: World, project: Project): void {
  for (const list of world.lists.of(project.id)) deleteList(world, list);
  world.projects.remove(project.id);
}

/** Removes an organization for good, with everything in it. */
export function deleteOrganization(world: World, organization: Organization): void {
  for (const project of world.projects.of(organization.id)) deleteProject(world, project);
  world.organizations.remove(organization.id);
}

function withParts(world: World, task: Task): Task[] {
  const parts = world.tasks.of(task.projectId).filter(({ parentId }) => parentId === task.id);
  return [task, ...parts.flatMap((part) => withParts(world, part))];
}
