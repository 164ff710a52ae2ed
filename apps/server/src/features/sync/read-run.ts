import type * as contract from '@timegrove/contract/runs.ts';
import type { RunId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { runView, selectRuns } from './run-view.ts';

/** Reads one run of the account. */
export async function readRun(desk: Desk, { params }: Parsed<typeof contract.readRun>) {
  return findRun(desk, params.runId);
}

/** Finds a run of the asking member's account. @throws DomainError not-found */
export async function findRun(desk: Desk, runId: RunId): Promise<contract.Run> {
  const row = await selectRuns(desk.db, desk.actor.accountId)
    .where('run.id', '=', runId)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'run' });
  return runView(row);
}
