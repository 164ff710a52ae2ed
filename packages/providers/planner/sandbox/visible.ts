import type { List, Organization, Project, Task, User } from './rows.ts';
import type { World } from './world.ts';

/** The organizations that somebody is in, deleted ones too. */
export function organizationsOf({ organizations, members }: World, user: User): Organization[] {
  return organizations.all().filter(({ id }) => members.get(id)?.includes(user) === true);
}

/** The projects of an organization that somebody can see, direct chats and deleted ones too. */
export function projectsOf(world: World, user: User, organization: Organization): Project[] {
  return world.projects.of(organization.id).filter((project) => canSee(world, user, project));
}

/** Tells whether somebody can see a project: private ones only as an insider. */
export function canSee({ members, insiders }: World, user: User, project: Project): boolean {
  const inside = insiders.get(project.id);
  return (inside ?? members.get(project.organizationId) ?? []).includes(user);
}

/** Tells whether a project is a direct chat, which no person sees as a board. */
function isChat({ name }: Project): boolean {
  return name === null || name === '';
}

/** Tells whether a thing, as far as it goes for itself, is still there. */
export function isThere({ deletedAt }: { readonly deletedAt: string | null }): boolean {
  return deletedAt === null;
}

/** The boards that somebody can see in an organization. */
export function boardsOf(world: World, user: User, organization: Organization): Project[] {
  return projectsOf(world, user, organization).filter((project) => !isChat(project));
}

/** The lists of a project, from left to right. */
export function listsOf({ lists }: World, project: Project): readonly List[] {
  return lists.of(project.id);
}

/** The tasks of a list by their place, each followed by its parts. */
export function tasksOf({ tasks }: World, list: List): Task[] {
  const inList = tasks.of(list.projectId).filter((task) => task.taskListId === list.id);
  const parts = Map.groupBy(inList, (task) => task.parentId ?? '');
  const ordered = (of: string): Task[] =>
    (parts.get(of) ?? [])
      .toSorted((one, other) => one.position - other.position)
      .flatMap((task) => [task, ...ordered(task.id)]);
  return ordered('');
}
