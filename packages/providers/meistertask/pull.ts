import type {
  Area,
  Credential,
  ItemRef,
  Pulled,
  Selection,
  Tools,
} from '@timegrove/domain/provider.ts';
import { changedWhileRead, readArea } from '../kit/area.ts';
import { readProjects, readSections, readTasks } from './api.ts';
import type { ProjectRow, SectionRow, TaskRow } from './api.ts';
import {
  isKnownState,
  listItem,
  listRef,
  projectItem,
  projectRef,
  taskItem,
  unknownProjectState,
} from './map.ts';
import { choosePlan } from './plan.ts';

/** What is known so far while a pull runs. */
interface Reading {
  readonly tools: Tools;
  readonly credential: Credential;
  readonly projects: Map<number, ProjectRow>;
  readonly lists: Set<number>;
  /** Rows of projects that the list of projects does not have [R]; they are left out. */
  orphans: number;
  /** Tasks in lists that came into being while we read. */
  strays: number;
  readonly unknownStates: Set<string>;
}

/**
 * Reads projects, then lists, then tasks. Trashed projects drop out of the list of projects while
 * their sections and tasks are still listed [R], so only what hangs below a listed project counts.
 */
export async function* pull(
  tools: Tools,
  credential: Credential,
  selection: Selection,
): AsyncGenerator<Pulled, void, void> {
  const reading: Reading = {
    tools,
    credential,
    projects: new Map(),
    lists: new Set(),
    orphans: 0,
    strays: 0,
    unknownStates: new Set(),
  };
  const whole = yield* pullProjects(reading);
  const plan = choosePlan([...reading.projects.values()], selection);
  if (plan.type === 'account') yield* pullAccount(reading, whole);
  else for (const id of plan.ids) yield* pullProject(reading, id);
  writeNotes(reading);
}

// To take an unknown state for active or for archived could both be wrong: such a project is left as it is.
function pullProjects({ tools, credential, projects }: Reading) {
  let unknown: number | null = null;
  return readArea({
    pages: readProjects(tools, credential),
    areas: [everywhere('project')],
    idOf: (row) => row.id,
    root: true,
    items: (rows) => {
      const known = rows.filter((row) => isKnownState('project', row.status));
      for (const row of known) projects.set(row.id, row);
      for (const { status } of rows) if (!isKnownState('project', status)) unknown = status;
      return known.map(projectItem);
    },
    gap: () => (unknown === null ? null : unknownProjectState(unknown)),
  });
}

async function* pullAccount(
  reading: Reading,
  projectsWhole: boolean,
): AsyncGenerator<Pulled, void, void> {
  if (reading.projects.size === 0) {
    if (!projectsWhole) return;
    yield { type: 'complete', area: everywhere('list') };
    yield { type: 'complete', area: everywhere('task') };
    return;
  }
  const known = [...reading.projects.keys()].map(projectRef);
  const listsWhole = yield* pullLists(reading, projectsWhole ? null : known);
  yield* pullTasks(reading, projectsWhole && listsWhole ? null : [...reading.lists]);
}

async function* pullProject(reading: Reading, id: number): AsyncGenerator<Pulled, void, void> {
  const before = new Set(reading.lists);
  yield* pullLists(reading, [projectRef(id)], id);
  yield* pullTasks(
    reading,
    [...reading.lists].filter((list) => !before.has(list)),
    id,
  );
}

/** `parents` are the projects whose lists this proves; null stands for all there are. */
function pullLists(reading: Reading, parents: readonly ItemRef[] | null, project?: number) {
  return readArea({
    pages: readSections(reading.tools, reading.credential, project),
    areas: areasBelow('list', parents),
    idOf: (row) => row.id,
    items: (rows) => rows.filter((row) => keepSection(reading, row)).map(listItem),
  });
}

/** `lists` are the lists whose tasks this proves; null stands for all there are. */
function pullTasks(reading: Reading, lists: readonly number[] | null, project?: number) {
  return readArea({
    pages: readTasks(reading.tools, reading.credential, project),
    areas: areasBelow('task', lists?.map(listRef) ?? null),
    idOf: (row) => row.id,
    items: (rows) => rows.filter((row) => keepTask(reading, row)).map(taskItem),
    gap: () => (lists === null && reading.strays > 0 ? changedWhileRead : null),
  });
}

function keepSection(reading: Reading, row: SectionRow): boolean {
  if (!reading.projects.has(row.project_id)) {
    reading.orphans += 1;
    return false;
  }
  reading.lists.add(row.id);
  if (!isKnownState('list', row.status)) reading.unknownStates.add(`list ${row.status}`);
  return true;
}

function keepTask(reading: Reading, row: TaskRow): boolean {
  if (!reading.lists.has(row.section_id)) {
    if (row.project_id != null && reading.projects.has(row.project_id)) reading.strays += 1;
    else reading.orphans += 1;
    return false;
  }
  if (!isKnownState('task', row.status)) reading.unknownStates.add(`task ${row.status}`);
  return true;
}

function writeNotes({ tools, orphans, strays, unknownStates }: Reading): void {
  if (orphans > 0)
    tools.note(`Left out ${orphans} lists and tasks of projects that the vendor no longer lists.`);
  if (strays > 0)
    tools.note(`Left out ${strays} tasks whose list was not read; the next run brings them.`);
  for (const state of unknownStates) tools.note(`Took the unknown status “${state}” for active.`);
}

function everywhere(kind: string): Area {
  return { kind, below: 'everywhere' };
}

function areasBelow(kind: string, parents: readonly ItemRef[] | null): Area[] {
  return parents?.map((below) => ({ kind, below })) ?? [everywhere(kind)];
}
