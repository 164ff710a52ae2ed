import type { TaskId } from '@timegrove/domain/id.ts';
import { noteTasks, type Lookup } from '@timegrove/domain/tree/lookup.ts';
import type { MirrorTask } from '@timegrove/domain/tree/plan.ts';
import type { ArchivedReason } from '@timegrove/domain/tree/task.ts';
import type { OpenDatabase } from '../../database/open.ts';
import type { Work } from './engine.ts';
import { takeTurns } from './take-turns.ts';

/** The kind that marks an integration's root among its tasks; no vendor's item has it. */
export const rootKind = 'root';

const rowsAStep = 500;

type Row = [TaskId, TaskId | null, string, ArchivedReason | null, string, string];

/**
 * Reads all tasks of an integration but its root, archived ones included, and notes them where they
 * are looked up.
 */
export async function readMirror(
  { db, pool }: OpenDatabase,
  work: Work,
  lookup: Lookup,
): Promise<MirrorTask[]> {
  const query = db
    .selectFrom('task')
    .select(['id', 'parent_id', 'name', 'archived_reason', 'item_kind', 'item_id'])
    .where('account_id', '=', work.accountId)
    .where('integration_id', '=', work.integrationId)
    .where('item_kind', '!=', rootKind)
    .compile();
  // As arrays: to make a row with names first, and another object of it then, takes twice as long.
  const { rows } = await pool.query<Row>({
    text: query.sql,
    values: [...query.parameters],
    rowMode: 'array',
  });
  const mirror = rows.map(([id, parentId, name, archived, kind, remoteId]) => ({
    id,
    parentId,
    name,
    archived,
    kind,
    remoteId,
  }));
  await takeTurns(noteAll(lookup, mirror));
  return mirror;
}

function* noteAll(lookup: Lookup, mirror: readonly MirrorTask[]): Generator<void, void, void> {
  for (let start = 0; start < mirror.length; start += rowsAStep) {
    noteTasks(lookup, mirror.slice(start, start + rowsAStep));
    yield;
  }
}
