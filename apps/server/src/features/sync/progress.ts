import type { Spent } from '@timegrove/providers/kit/http.ts';
import { runTransaction } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import { CalledOff, type Engine, type Work } from './engine.ts';

const everyMs = 400;

/** Says how many items were seen so far, and for what. @throws CalledOff when the run was cancelled */
export type ReportProgress = (seen: number, spent: Spent) => Promise<void>;

/** Makes what tells how far the reading of a run has come, not more often than people can see. */
export function makeProgress(engine: Engine, work: Work): ReportProgress {
  const { accountId, runId } = work;
  let told = 0;
  return async (done, spent) => {
    if (Date.now() - told < everyMs) return;
    told = Date.now();
    await runTransaction(engine.database.db, async (db, wishes) => {
      await noteProgress(db, work, { state: 'reading', done, ...spent });
      wishes.tell({ accountId, topic: 'runs', id: runId });
    });
  };
}

interface Reached extends Partial<Spent> {
  readonly state: 'reading' | 'applying';
  readonly done: number;
  readonly total?: number;
}

/** Writes how far a run has come. @throws CalledOff when it was cancelled meanwhile */
export async function noteProgress(
  db: Db,
  { accountId, runId }: Work,
  reached: Reached,
): Promise<void> {
  const noted = await db
    .updateTable('run')
    .set(reached)
    .where('account_id', '=', accountId)
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (noted.numUpdatedRows === 0n) throw new CalledOff('This run was cancelled.');
}
