import { runTransaction } from '../../database/transaction.ts';
import type { Engine, Work } from './engine.ts';

const everyMs = 400;

/** Tells how far reading has come, not more often than people can see. */
export interface Progress {
  readonly report: (seen: number, requests: number) => Promise<void>;
  /** Requests spent so far. */
  readonly requests: () => number;
}

/** Makes the progress of one run. */
export function makeProgress(engine: Engine, { accountId, runId }: Work): Progress {
  let told = 0;
  let spent = 0;
  return {
    requests: () => spent,
    report: async (done, requests) => {
      spent = requests;
      if (Date.now() - told < everyMs) return;
      told = Date.now();
      await runTransaction(engine.database.db, async (db, wishes) => {
        await db
          .updateTable('run')
          .set({ state: 'reading', done, requests })
          .where('account_id', '=', accountId)
          .where('id', '=', runId)
          .where('finished_at', 'is', null)
          .execute();
        wishes.tell({ accountId, topic: 'runs', id: runId });
      });
    },
  };
}
