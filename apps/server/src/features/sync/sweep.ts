import { runTransaction } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import type { Engine } from './engine.ts';
import type { RunKey } from './read-work.ts';
import { startRun } from './start-run.ts';

/**
 * Starts the hourly runs that are due, and gives every unfinished run: those just started, and those
 * whose server process died. Whoever executes them finds out which are in good hands already.
 */
export async function sweep(engine: Engine): Promise<RunKey[]> {
  const now = engine.now();
  const due = await selectDue(engine.database.db, now).execute();
  for (const { account_id: accountId, id: integrationId } of due) {
    await runTransaction(engine.database.db, async (db, wishes) => {
      // Another process may have carried its run out since it was found due.
      const still = await selectDue(db, now)
        .where('account_id', '=', accountId)
        .where('id', '=', integrationId)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (still === undefined) return;
      const desk = { ...wishes, db, now, house: engine.house };
      await startRun(desk, { accountId, integrationId, trigger: 'hourly', startedBy: null });
    });
  }
  const unfinished = await engine.database.db
    .selectFrom('run')
    .select(['account_id', 'id'])
    .where('finished_at', 'is', null)
    .orderBy('started_at')
    .execute();
  return unfinished.map((run) => ({ accountId: run.account_id, runId: run.id }));
}

function selectDue(db: Db, now: Date) {
  return db
    .selectFrom('integration')
    .select(['account_id', 'id'])
    .where('state', '=', 'active')
    .where('next_run_at', '<=', now);
}
