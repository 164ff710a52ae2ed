import type {
  Area,
  Credential,
  Failure,
  Item,
  Pulled,
  Selection,
  Tools,
} from '@timegrove/domain/provider.ts';
import { readArea } from '../kit/area.ts';
import { readClients, readProjects, readTasks, readWorkspaces } from './api.ts';
import type { ProjectRow, TaskRow, WorkspaceRow } from './api.ts';
import {
  clientItem,
  clientRef,
  projectItem,
  projectRef,
  taskItem,
  workspaceItem,
  workspaceRef,
} from './map.ts';
import { chosenWorkspaces } from './plan.ts';
import { isPlanLimit } from './refusals.ts';

/** One workspace while it is read, and what of it is known so far. */
interface Reading {
  readonly tools: Tools;
  readonly credential: Credential;
  readonly workspace: WorkspaceRow;
  readonly clients: Set<number>;
  readonly projects: Set<number>;
  /** Projects and tasks that name something above them which did not come. */
  readonly strays: { projects: number; tasks: number };
}

/** Reads the workspaces, then of each chosen one its clients, its projects and its tasks. */
export async function* pull(
  tools: Tools,
  credential: Credential,
  selection: Selection,
): AsyncGenerator<Pulled, void, void> {
  const workspaces = new Map<number, WorkspaceRow>();
  yield* readArea({
    pages: readWorkspaces(tools, credential),
    areas: [{ kind: 'workspace', below: 'everywhere' }],
    idOf: (row) => row.id,
    root: true,
    items: (rows) => {
      for (const row of rows) workspaces.set(row.id, row);
      return rows.map(workspaceItem);
    },
  });
  for (const workspace of chosenWorkspaces(workspaces.values(), selection))
    yield* pullWorkspace({
      tools,
      credential,
      workspace,
      clients: new Set(),
      projects: new Set(),
      strays: { projects: 0, tasks: 0 },
    });
}

async function* pullWorkspace(reading: Reading): AsyncGenerator<Pulled, void, void> {
  const { tools, workspace, projects } = reading;
  if (workspace.suspended_at != null)
    tools.note(`The workspace “${workspace.name}” is suspended at the vendor; it is kept.`);
  const clientsWhole = yield* pullClients(reading);
  const projectsWhole = yield* pullProjects(reading, clientsWhole);
  const placed = clientsWhole && projectsWhole;
  // A task lies in a project, so nothing can be in a workspace that has none.
  if (!placed || projects.size > 0) yield* pullTasks(reading, placed);
  writeNotes(reading);
}

function pullClients({ tools, credential, workspace, clients }: Reading) {
  return readArea({
    pages: readClients(tools, credential, workspace.id),
    areas: [{ kind: 'client', below: workspaceRef(workspace.id) }],
    idOf: (row) => row.id,
    items: (rows) => {
      for (const row of rows) clients.add(row.id);
      return rows.map((row) => clientItem(row, workspace.id));
    },
  });
}

/** Without all clients nothing is vouched for: a project may have moved to one that did not come. */
function pullProjects(reading: Reading, clientsWhole: boolean) {
  const { tools, credential, workspace, clients, strays } = reading;
  const parents = [workspaceRef(workspace.id), ...[...clients].map(clientRef)];
  return readArea({
    pages: readProjects(tools, credential, workspace.id),
    areas: clientsWhole ? parents.map((below): Area => ({ kind: 'project', below })) : [],
    idOf: (row) => row.id,
    items: (rows) => rows.flatMap((row) => placedProject(reading, row)),
    gap: () => (clientsWhole ? strayFailure('project', 'client', strays.projects) : null),
  });
}

function placedProject({ workspace, clients, projects, strays }: Reading, row: ProjectRow): Item[] {
  if (row.client_id !== null && !clients.has(row.client_id)) {
    strays.projects += 1;
    return [];
  }
  projects.add(row.id);
  return [projectItem(row, workspace.id)];
}

/** Without all projects nothing is vouched for: a task may have moved to one that did not come. */
async function* pullTasks(reading: Reading, placed: boolean): AsyncGenerator<Pulled, void, void> {
  const { tools, credential, workspace, projects, strays } = reading;
  const areas = [...projects].map((id): Area => ({ kind: 'task', below: projectRef(id) }));
  const told = readArea({
    pages: readTasks(tools, credential, workspace.id),
    areas: placed ? areas : [],
    idOf: (row) => row.id,
    items: (rows) => rows.flatMap((row) => placedTask(reading, row)),
    gap: () => (placed ? strayFailure('task', 'project', strays.tasks) : null),
  });
  let lacksTasks = false;
  for await (const one of told) {
    lacksTasks ||= one.type === 'incomplete' && isPlanLimit(one.failure);
    yield withoutPlanLimit(one);
  }
  if (lacksTasks) tools.note(`The plan of the workspace “${workspace.name}” has no tasks.`);
}

function placedTask({ projects, strays }: Reading, row: TaskRow): Item[] {
  if (projects.has(row.project_id)) return [taskItem(row)];
  strays.tasks += 1;
  return [];
}

// What the plan does not have is no failure; nothing is claimed, so earlier tasks stay as they are.
function withoutPlanLimit(told: Pulled): Pulled {
  return told.type === 'incomplete' && isPlanLimit(told.failure)
    ? { type: 'no-feature', area: told.area, reason: told.failure.reason }
    : told;
}

function strayFailure(kind: string, above: string, strays: number): Failure | null {
  if (strays === 0) return null;
  return {
    word: 'unreachable',
    reason: `${counted(strays, kind)} named a ${above} that was not in the list of ${above}s; the next run may see it`,
  };
}

function writeNotes({ tools, workspace, strays }: Reading): void {
  if (strays.projects > 0)
    tools.note(
      `Left out ${counted(strays.projects, 'project')} of “${workspace.name}” whose client was not read.`,
    );
  if (strays.tasks > 0)
    tools.note(
      `Left out ${counted(strays.tasks, 'task')} of “${workspace.name}” whose project was not read.`,
    );
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
