import type * as contract from '@timegrove/contract/runs.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { findIntegration } from '../integrations/find-integration.ts';
import { runView, selectRuns } from './run-view.ts';

/** Lists the newest runs of an integration. */
export async function listRuns(desk: Desk, { params, query }: Parsed<typeof contract.listRuns>) {
  const { id } = await findIntegration(desk, params.integrationId);
  const rows = await selectRuns(desk.db, desk.actor.accountId)
    .where('run.integration_id', '=', id)
    .orderBy('run.started_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(query.limit)
    .execute();
  return { runs: rows.map(runView) };
}
