import { noteTasks, type Lookup } from '@timegrove/domain/tree/lookup.ts';
import type { MirrorTask } from '@timegrove/domain/tree/plan.ts';
import { sql } from 'kysely';
import type { Db } from '../../database/schema.ts';
import type { Work } from './engine.ts';
import { takeTurns } from './take-turns.ts';

/** The kind that marks an integration's root among its tasks; no vendor's item has it. */
export const rootKind = 'root';

const rowsAStep = 500;

/**
 * Reads all tasks of an integration but its root, archived ones included, and notes them where they
 * are looked up.
 */
export async function readMirror(db: Db, work: Work, lookup: Lookup): Promise<MirrorTask[]> {
  const mirror: MirrorTask[] = await db
    .selectFrom('task')
    .select(['id', 'parent_id as parentId', 'name', 'archived_reason as archived'])
    .select([sql<string>`item_kind`.as('kind'), sql<string>`item_id`.as('remoteId')])
    .where('account_id', '=', work.accountId)
    .where('integration_id', '=', work.integrationId)
    .where('item_kind', '!=', rootKind)
    .execute();
  await takeTurns(noteAll(lookup, mirror));
  return mirror;
}

function* noteAll(lookup: Lookup, mirror: readonly MirrorTask[]): Generator<void, void, void> {
  for (let start = 0; start < mirror.length; start += rowsAStep) {
    noteTasks(lookup, mirror.slice(start, start + rowsAStep));
    yield;
  }
}
