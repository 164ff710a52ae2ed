import type { Plan } from '@timegrove/domain/tree/plan.ts';
import type { Db } from '../../database/schema.ts';
import type { ChangeRow, ChangeRows } from './change-rows.ts';
import type { Work } from './engine.ts';
import { countChanges, mostRows, recordChanges } from './record-changes.ts';
import { runWithSkips } from './run-with-skips.ts';

/**
 * Records what was left alone and why; a resumed run begins this list anew. Where the run before left
 * the very same alone, only the count is written, and its list stands for both.
 */
export async function recordSkips(db: Db, work: Work, plan: Plan, rows: ChangeRows): Promise<void> {
  await forgetSkips(db, work);
  const skips = plan.skips.map(rows.skipped);
  if (await wasRecordedBefore(db, work, skips)) {
    await countChanges(db, work, 'skipped', skips.length);
  } else {
    await recordChanges(db, work, skips);
  }
}

async function forgetSkips(db: Db, { accountId, runId }: Work): Promise<void> {
  await db
    .deleteFrom('run_change')
    .where('account_id', '=', accountId)
    .where('run_id', '=', runId)
    .where('action', '=', 'skipped')
    .execute();
  await db
    .updateTable('run')
    .set({ skipped: 0 })
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .where('skipped', '>', 0)
    .execute();
}

type Line = Pick<ChangeRow, 'kind' | 'name' | 'task_id' | 'reason'>;

async function wasRecordedBefore(db: Db, work: Work, skips: readonly Line[]): Promise<boolean> {
  const { accountId, runId, integrationId } = work;
  const before = await db
    .selectFrom('run')
    .select(['id', 'skipped'])
    .where('account_id', '=', accountId)
    .where('integration_id', '=', integrationId)
    .where('state', 'in', ['done', 'partial'])
    .where('id', '!=', runId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (skips.length === 0 || before?.skipped !== skips.length) return false;
  const recorded: Line[] = await db
    .selectFrom('run_change')
    .select(['kind', 'name', 'task_id', 'reason'])
    .where('account_id', '=', accountId)
    .where('run_id', '=', await runWithSkips(db, accountId, before.id))
    .where('action', '=', 'skipped')
    .orderBy('seq')
    .execute();
  return sameLines(recorded, skips.slice(0, mostRows));
}

function sameLines(some: readonly Line[], others: readonly Line[]): boolean {
  return (
    some.length === others.length &&
    some.every((line, at) => {
      const other = others[at];
      return (
        other !== undefined &&
        line.kind === other.kind &&
        line.name === other.name &&
        line.task_id === other.task_id &&
        line.reason === other.reason
      );
    })
  );
}
