import type { searchTasks as endpoint } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { searchWords } from '@timegrove/domain/tree/search.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Actor, Desk } from '../../http/desk.ts';
import { selectTasks, type TaskRow } from './find-task.ts';
import { findByName, type Sought } from './name-matches.ts';
import { findByPath } from './path-matches.ts';
import { viewWithPaths } from './task-view.ts';
import { inAssignedBranch, pathIds } from './visible.ts';

/**
 * Searches active tasks by the words of their names, and of the names above them, as one types.
 *
 * Over 100 000 tasks, on two cores and the embedded PostgreSQL, 1000 searches of one to seven
 * letters and of two words cost, in processor time of server and database together (median, p99):
 * assigned to everything 6 and 21 ms, to a branch of 5 000 8 and 25 ms, to one of 200 5 and 20 ms.
 * The dearest are two letters with which half of all names have a word, and symbols and emoji,
 * which no index helps to find.
 */
export const searchTasks: Verb<typeof endpoint> = async (desk, { query }) => {
  const { actor } = desk;
  const words = searchWords(query.q);
  const everything = query.for === 'see' && may(actor, { do: 'see-whole-tree' });
  if (words.length === 0 || (actor.assigned.size === 0 && !everything)) return { tasks: [] };
  const scope = everything ? sql<boolean>`true` : scopeOf(actor, query.for);
  const ids = await find(desk, { words, scope, limit: query.limit });
  return { tasks: await viewWithPaths(desk, await readInOrder(desk, ids)) };
};

async function find(desk: Desk, sought: Sought): Promise<TaskId[]> {
  const named = await findByName(desk, sought);
  const left = sought.limit - named.length;
  if (left === 0 || sought.words.length === 1) return named;
  return [...named, ...(await findByPath(desk, { ...sought, limit: left }, named))];
}

/** As `visible`, in a form that lets PostgreSQL begin with the member's tasks when they are few. */
function scopeOf(actor: Actor, purpose: 'track' | 'see'): RawBuilder<boolean> {
  return purpose === 'track'
    ? inAssignedBranch(actor)
    : sql<boolean>`(${inAssignedBranch(actor)} or task.id = any(array(${pathIds(actor)})))`;
}

async function readInOrder(desk: Desk, ids: readonly TaskId[]): Promise<TaskRow[]> {
  const rows = await selectTasks(desk)
    .where('task.id', '=', sql<TaskId>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
