import { runTransaction } from '../../database/transaction.ts';
import type { Engine } from './engine.ts';
import type { RunKey } from './read-work.ts';
import { startRun } from './start-run.ts';

/**
 * Starts the hourly runs that are due, and gives every unfinished run: those just started, and those
 * whose server process died. Whoever executes them finds out which are in good hands already.
 */
export async function sweep(engine: Engine): Promise<RunKey[]> {
  const now = engine.now();
  const due = await engine.database.db
    .selectFrom('integration')
    .select(['account_id', 'id', 'provider'])
    .where('state', '=', 'active')
    .where('next_run_at', '<=', now)
    .execute();
  for (const { account_id: accountId, id: integrationId } of due) {
    await runTransaction(engine.database.db, async (db, wishes) => {
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
