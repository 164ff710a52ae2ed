import { runTransaction } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import { CalledOff, type Engine, type Work } from './engine.ts';

const everyMs = 400;

/** Says how many items were seen so far, for how many requests. @throws CalledOff when the run was cancelled */
export type ReportProgress = (seen: number, requests: number) => Promise<void>;

/** Tells how far reading has come, not more often than people can see. */
export interface Progress {
  readonly report: ReportProgress;
  /** Requests spent so far. */
  readonly requests: () => number;
}

/** Makes the progress of one run. */
export function makeProgress(engine: Engine, work: Work): Progress {
  const { accountId, runId } = work;
  let told = 0;
  let spent = 0;
  return {
    requests: () => spent,
    report: async (done, requests) => {
      spent = requests;
      if (Date.now() - told < everyMs) return;
      told = Date.now();
      await runTransaction(engine.database.db, async (db, wishes) => {
        await noteProgress(db, work, { state: 'reading', done, requests });
        wishes.tell({ accountId, topic: 'runs', id: runId });
      });
    },
  };
}

interface Reached {
  readonly state: 'reading' | 'applying';
  readonly done: number;
  readonly total?: number;
  readonly requests?: number;
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
