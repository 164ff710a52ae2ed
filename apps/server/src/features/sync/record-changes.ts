import type { Plan } from '@timegrove/domain/tree/plan.ts';
import { sql } from 'kysely';
import type { Db } from '../../database/schema.ts';
import type { ChangeRow, ChangeRows } from './change-rows.ts';
import type { RunKey } from './read-work.ts';

/** The most lines that one write adds to a run's record; the counts are always whole. */
export const mostRows = 5000;

/** Adds to the counts of a run, inside the transaction of the change itself. */
export async function countChanges(
  db: Db,
  { accountId, runId }: RunKey,
  action: ChangeRow['action'],
  rows: number,
): Promise<void> {
  await db
    .updateTable('run')
    .set((run) => ({ [action]: run(action, '+', rows) }))
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .execute();
}

/** Writes lines of one action into a run's record and counts them, inside the transaction of the change itself. */
export async function recordChanges(
  db: Db,
  key: RunKey,
  rows: readonly ChangeRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { accountId, runId } = key;
  await countChanges(db, key, first.action, rows.length);
  await sql`
    insert into run_change
      (account_id, run_id, seq, action, kind, name, path, task_id, before, after, reason)
    select ${accountId}, ${runId},
      row_number() over () + (
        select coalesce(max(seq), 0) from run_change
        where account_id = ${accountId} and run_id = ${runId}
      ),
      change.*
    from json_to_recordset(${JSON.stringify(rows.slice(0, mostRows))}) as change
      (action text, kind text, name text, path text[], task_id uuid, before text, after text, reason text)
  `.execute(db);
}

/** Records a plan that is not applied, previewed or held; a resumed run begins its record anew. */
export async function recordPlan(db: Db, key: RunKey, plan: Plan, rows: ChangeRows): Promise<void> {
  await db
    .deleteFrom('run_change')
    .where('account_id', '=', key.accountId)
    .where('run_id', '=', key.runId)
    .execute();
  await setCounts(db, key, {
    created: 0,
    renamed: 0,
    moved: 0,
    archived: 0,
    restored: 0,
    skipped: 0,
  });
  await recordChanges(db, key, plan.creates.map(rows.created));
  await recordChanges(db, key, plan.moves.map(rows.moved));
  await recordChanges(db, key, plan.renames.map(rows.renamed));
  await recordChanges(db, key, plan.archives.map(rows.archived));
  await recordChanges(db, key, plan.restores.map(rows.restored));
  await recordChanges(db, key, plan.skips.map(rows.skipped));
}

async function setCounts(
  db: Db,
  { accountId, runId }: RunKey,
  counts: Partial<Record<ChangeRow['action'], 0>>,
): Promise<void> {
  await db
    .updateTable('run')
    .set(counts)
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .execute();
}
