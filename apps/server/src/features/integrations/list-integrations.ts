import type { Desk } from '../../http/desk.ts';
import { integrationViews } from './integration-view.ts';

/** Lists the integrations of the account. */
export async function listIntegrations(desk: Desk) {
  const rows = await desk.db
    .selectFrom('integration')
    .selectAll()
    .where('account_id', '=', desk.actor.accountId)
    .orderBy('created_at')
    .execute();
  return { integrations: await integrationViews(desk, rows) };
}
