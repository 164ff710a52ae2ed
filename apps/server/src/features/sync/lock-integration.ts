import type { AccountId, IntegrationId } from '@timegrove/domain/id.ts';
import type { Db } from '../../database/schema.ts';

/**
 * Holds an integration until the transaction ends. Whoever changes an integration and a run of it
 * takes the integration first, or the two would wait for each other.
 */
export async function lockIntegration(
  db: Db,
  accountId: AccountId,
  integrationId: IntegrationId,
): Promise<void> {
  await db
    .selectFrom('integration')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', integrationId)
    .forNoKeyUpdate()
    .execute();
}
