import type * as contract from '@timegrove/contract/runs.ts';
import { nextHourlyRun } from '@timegrove/domain/tree/hourly.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { auditRun } from './audit-run.ts';
import { lockIntegration } from './lock-integration.ts';
import { findRun } from './read-run.ts';

/** Ends a run that is under way; whoever carries it out finds that out at the next page or batch. */
export async function cancelRun(desk: Desk, { params }: Parsed<typeof contract.cancelRun>) {
  const { db, actor, now } = desk;
  const { accountId } = actor;
  const run = await findRun(desk, params.runId);
  const { integrationId } = run;
  await lockIntegration(db, accountId, integrationId);
  const cancelled = await db
    .updateTable('run')
    .set({
      state: 'cancelled',
      finished_at: now,
      again: null,
      reason: `Cancelled by ${actor.name}.`,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', params.runId)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (cancelled.numUpdatedRows === 0n) throw new DomainError('run-finished');
  await db
    .updateTable('integration')
    .set({ next_run_at: nextHourlyRun(integrationId, now) })
    .where('account_id', '=', accountId)
    .where('id', '=', integrationId)
    .where('next_run_at', 'is not', null)
    .execute();
  await auditRun(desk, run, 'cancelled');
  desk.tell({ accountId, topic: 'runs', id: params.runId });
  desk.tell({ accountId, topic: 'integrations', id: integrationId });
  return findRun(desk, params.runId);
}
