import type * as contract from '@timegrove/contract/runs.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { auditRun } from './audit-run.ts';
import { findRun } from './read-run.ts';
import { startRun } from './start-run.ts';

/** Says yes to a held run: a new one reads the vendor again and may make the mass change (rule 12). */
export async function approveRun(desk: Desk, { params }: Parsed<typeof contract.approveRun>) {
  const held = await findRun(desk, params.runId);
  if (held.state !== 'held') throw new DomainError('run-not-held');
  const { accountId, memberId } = desk.actor;
  const { integrationId } = held;
  const runId = await startRun(desk, {
    accountId,
    integrationId,
    trigger: 'approval',
    startedBy: memberId,
  });
  await auditRun(desk, held, 'approved');
  return findRun(desk, runId);
}
