import { isDeepStrictEqual } from 'node:util';
import type { AccountId, IntegrationId } from '@timegrove/domain/id.ts';
import type { Credential, Tools } from '@timegrove/domain/provider.ts';
import type { Db } from '../../database/schema.ts';
import type { Vault } from './vault.ts';

/** The credential of an integration as somebody works with it. */
export interface CredentialInUse {
  readonly accountId: AccountId;
  readonly integrationId: IntegrationId;
  readonly credential: Credential;
}

/**
 * Makes the `renew` of a vendor's tools: each newer credential is stored in place of the one before
 * it. One that a person stored meanwhile stays, and an integration that was unlinked gets none back.
 */
export function keepCredential(db: Db, vault: Vault, inUse: CredentialInUse): Tools['renew'] {
  const { accountId, integrationId } = inUse;
  let before = inUse.credential;
  return async (renewed) => {
    const sealed = await findSealed(db, accountId, integrationId);
    if (sealed === null || !isDeepStrictEqual(vault.open(sealed, integrationId), before)) return;
    await db
      .updateTable('integration')
      .set({ credential: vault.seal(renewed, integrationId) })
      .where('account_id', '=', accountId)
      .where('id', '=', integrationId)
      // Every sealing differs, so this replaces exactly what was read above, or nothing.
      .where('credential', '=', sealed)
      .execute();
    before = renewed;
  };
}

async function findSealed(db: Db, accountId: AccountId, id: IntegrationId): Promise<string | null> {
  const row = await db
    .selectFrom('integration')
    .select('credential')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.credential ?? null;
}
