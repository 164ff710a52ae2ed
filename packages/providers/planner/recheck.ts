import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Credential, Item, ItemRef, Tools } from '@timegrove/domain/provider.ts';
import type { Page } from '../kit/paging.ts';
import { readLists, readTasks } from './api.ts';
import { listItem } from './map.ts';
import { placeTasks } from './place-tasks.ts';
import { openSession } from './session.ts';

/**
 * Looks for tasks in all projects again, until all are found: one that was moved into a project that
 * had been read, out of one that had not, was seen in neither.
 */
export async function* recheck(
  tools: Tools,
  credential: Credential,
  missing: readonly ItemRef[],
  seen: readonly Item[],
): AsyncGenerator<readonly Item[], void, void> {
  const session = openSession(tools, credential);
  const wanted = new Set(
    missing.filter(({ kind }) => kind === 'task').map(({ remoteId }) => remoteId),
  );
  const projects = seen.filter(({ kind, state }) => kind === 'project' && state !== 'deleted');
  for (const { remoteId: project } of projects) {
    if (wanted.size === 0) return;
    const tasks = await collected(readTasks(session, project));
    const found = tasks.filter(({ id }) => wanted.delete(id));
    if (found.length === 0) continue;
    const lists = await collected(readLists(session, project));
    yield lists.map((row) => listItem(row, project));
    yield placeTasks(tasks, lists, project).items;
  }
}

// What is closed to this person, or gone by now, cannot be looked at any more than before.
async function collected<Row>(pages: AsyncIterable<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  try {
    for await (const page of pages) rows.push(...page.rows);
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.failure.word !== 'gone') throw error;
  }
  return rows;
}
