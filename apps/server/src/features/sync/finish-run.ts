import { failureSentence, type Failure } from '@timegrove/domain/provider.ts';
import { nextHourlyRun } from '@timegrove/domain/tree/hourly.ts';
import type { Spent } from '@timegrove/providers/kit/http.ts';
import { runTransaction } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import type { Engine, Work } from './engine.ts';
import { lockIntegration } from './lock-integration.ts';
import { pauseIntegration } from './pause-integration.ts';
import { startRun } from './start-run.ts';

/** How a run ended. */
export interface Ending {
  readonly state: 'done' | 'partial' | 'held' | 'previewed' | 'failed';
  readonly reason: string | null;
  /** The failure that ended it or left a gap; some of them stop the schedule. */
  readonly failure?: Failure | undefined;
  readonly counts?: { readonly seen: number; readonly unchanged: number };
  readonly spent?: Spent;
}

/** Writes how a run ended, what that means for the schedule, and starts the run that has to follow. */
export async function finishRun(engine: Engine, work: Work, ending: Ending): Promise<void> {
  const now = engine.now();
  await runTransaction(engine.database.db, async (db, wishes) => {
    await lockIntegration(db, work.accountId, work.integrationId);
    const closed = await closeRun(db, work, ending, now);
    // It was cancelled, or finished by whoever took it over.
    if (closed === undefined) return;
    if (work.trigger !== 'preview') await reschedule(db, work, ending, now);
    // A new credential that came meanwhile is not the one that was refused.
    if (ending.failure?.word === 'unauthorized' && closed.again !== 're-enable') {
      await pauseIntegration({ ...wishes, db, now, house: engine.house }, work, ending.failure);
    }
    const { accountId, runId, integrationId } = work;
    wishes.tell({ accountId, topic: 'runs', id: runId });
    wishes.tell({ accountId, topic: 'integrations', id: integrationId });
    if (closed.again === null) return;
    const desk = { ...wishes, db, now, house: engine.house };
    await startRun(desk, {
      accountId,
      integrationId,
      trigger: closed.again,
      startedBy: work.ownerId,
    });
  });
}

async function closeRun(db: Db, work: Work, ending: Ending, now: Date) {
  return db
    .updateTable('run')
    .set({
      state: ending.state,
      reason: ending.reason,
      finished_at: now,
      ...ending.counts,
      ...ending.spent,
    })
    .where('account_id', '=', work.accountId)
    .where('id', '=', work.runId)
    .where('finished_at', 'is', null)
    .returning('again')
    .executeTakeFirst();
}

/** The next hourly run, but not before the vendor wants to hear from us again (rule 17). */
async function reschedule(db: Db, work: Work, { failure }: Ending, now: Date): Promise<void> {
  const until = failure?.word === 'rate-limited' ? failure.until : null;
  const hourly =
    work.provider.schedule === 'hourly' ? nextHourlyRun(work.integrationId, now) : null;
  await db
    .updateTable('integration')
    .set({
      next_run_at: until ?? hourly,
      paused_until: until,
      pause_reason:
        failure === undefined ? null : `${work.provider.name} ${failureSentence(failure)}`,
    })
    .where('account_id', '=', work.accountId)
    .where('id', '=', work.integrationId)
    .where('state', '=', 'active')
    .execute();
}
