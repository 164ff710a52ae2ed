import type {
  Area,
  Credential,
  Failure,
  ItemRef,
  Pulled,
  Tools,
} from '@timegrove/domain/provider.ts';
import { changedWhileRead, readArea } from '../kit/area.ts';
import { readLists, readOrganizations, readProjects, readTasks } from './api.ts';
import {
  isBoard,
  isDeleted,
  listItem,
  listRef,
  projectItem,
  projectRef,
  taskRef,
  workspaceItem,
  workspaceRef,
} from './map.ts';
import { placeTasks } from './place-tasks.ts';
import type { ListRow, OrganizationRow, ProjectRow, TaskRow } from './routes.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';

/** What is known so far while a pull runs. */
interface Reading {
  readonly session: Session;
  /** Everything that came, by kind and id: what comes again changed its place while we read. */
  readonly seen: Set<string>;
  /** The tasks of the projects that were read whole; each may have had tasks below it. */
  readonly proved: ItemRef[];
  whole: boolean;
  chats: number;
  strays: number;
}

/**
 * Reads the organizations, the projects of each, then project by project its tasks and its lists, one
 * request after the other. The tasks come before the lists, so that every list which they name and
 * which is listed at all is known.
 */
export async function* pull(
  tools: Tools,
  credential: Credential,
): AsyncGenerator<Pulled, void, void> {
  const session = openSession(tools, credential);
  const reading: Reading = {
    session,
    seen: new Set(),
    proved: [],
    whole: true,
    chats: 0,
    strays: 0,
  };
  const organizations: OrganizationRow[] = [];
  yield* noticing(reading, pullOrganizations(reading, organizations));
  const projects: ProjectRow[] = [];
  for (const { id } of organizations) yield* noticing(reading, pullProjects(reading, id, projects));
  for (const { id } of projects) yield* noticing(reading, pullProject(reading, id));
  yield* proveTasksBelowTasks(reading);
  writeNotes(tools, reading);
}

// One gap anywhere, and nothing can be said any more about all tasks everywhere.
async function* noticing(
  reading: Reading,
  told: AsyncGenerator<Pulled, unknown, void>,
): AsyncGenerator<Pulled, void, void> {
  for await (const one of told) {
    if (one.type === 'incomplete') reading.whole = false;
    yield one;
  }
}

function pullOrganizations({ session }: Reading, organizations: OrganizationRow[]) {
  return readArea({
    pages: readOrganizations(session),
    areas: [{ kind: 'workspace', below: 'everywhere' }],
    idOf: (row) => row.id,
    root: true,
    items: (rows) => {
      organizations.push(...rows.filter((row) => !isDeleted(row)));
      return rows.map(workspaceItem);
    },
  });
}

function pullProjects(reading: Reading, organization: string, projects: ProjectRow[]) {
  let twice = false;
  return readArea({
    pages: readProjects(reading.session, organization),
    areas: [{ kind: 'project', below: workspaceRef(organization) }],
    idOf: (row) => row.id,
    items: (rows) => {
      const boards = rows.filter(isBoard);
      reading.chats += rows.length - boards.length;
      const fresh = boards.filter((row) => isFresh(reading, 'project', row.id));
      twice ||= fresh.length < boards.length;
      projects.push(...fresh.filter((row) => !isDeleted(row)));
      return fresh.map((row) => projectItem(row, organization));
    },
    gap: () => (twice ? changedWhileRead : null),
  });
}

async function* pullProject(reading: Reading, project: string): AsyncGenerator<Pulled, void, void> {
  const tasks = await collectTasks(reading, project);
  const lists: ListRow[] = [];
  const listsWhole = yield* pullLists(reading, project, lists);
  const placed = placeTasks(tasks.rows, lists, project);
  yield { type: 'items', items: placed.items };
  if (listsWhole) reading.strays += placed.strays;
  yield* judgeTasks(
    tasks.failure,
    listsWhole,
    lists.map(({ id }) => tasksBelow(listRef(id))),
    project,
  );
  if (listsWhole && tasks.failure === null)
    for (const { remoteId } of placed.items) reading.proved.push(taskRef(remoteId));
}

function pullLists(reading: Reading, project: string, lists: ListRow[]) {
  let twice = false;
  return readArea({
    pages: readLists(reading.session, project),
    areas: [{ kind: 'list', below: projectRef(project) }],
    idOf: (row) => row.id,
    items: (rows) => {
      const fresh = rows.filter((row) => isFresh(reading, 'list', row.id));
      twice ||= fresh.length < rows.length;
      lists.push(...fresh);
      return fresh.map((row) => listItem(row, project));
    },
    gap: () => (twice ? changedWhileRead : null),
  });
}

/** The tasks of a project, which cannot be placed before its lists are known, and what went wrong. */
async function collectTasks(reading: Reading, project: string) {
  const rows: TaskRow[] = [];
  let twice = false;
  let failure: Failure | null = null;
  const told = readArea({
    pages: readTasks(reading.session, project),
    areas: [tasksBelow(projectRef(project))],
    idOf: (row) => row.id,
    items: (page) => {
      const fresh = page.filter((row) => isFresh(reading, 'task', row.id));
      twice ||= fresh.length < page.length;
      rows.push(...fresh);
      return [];
    },
    gap: () => (twice ? changedWhileRead : null),
  });
  for await (const one of told) if (one.type === 'incomplete') failure = one.failure;
  return { rows, failure };
}

// Without all lists a task may have moved into one that did not come; then nothing is said about tasks.
function* judgeTasks(
  failure: Failure | null,
  listsWhole: boolean,
  areas: readonly Area[],
  project: string,
): Generator<Pulled, void, void> {
  if (failure !== null) {
    const named = areas.length > 0 ? areas : [tasksBelow(projectRef(project))];
    for (const area of named) yield { type: 'incomplete', area, failure };
  } else if (listsWhole) for (const area of areas) yield { type: 'complete', area };
}

// A task that has none below it now may have had some before.
function* proveTasksBelowTasks({ whole, proved }: Reading): Generator<Pulled, void, void> {
  if (whole) yield { type: 'complete', area: { kind: 'task', below: 'everywhere' } };
  else for (const task of proved) yield { type: 'complete', area: tasksBelow(task) };
}

function isFresh({ seen }: Reading, kind: string, id: string): boolean {
  const key = `${kind} ${id}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function tasksBelow(below: ItemRef): Area {
  return { kind: 'task', below };
}

function writeNotes({ note }: Tools, { chats, strays }: Reading): void {
  if (chats > 0) note(`Left out ${chats} projects without a name, which are direct chats.`);
  if (strays > 0) note(`Left out ${strays} tasks in lists that the vendor does not list.`);
}
