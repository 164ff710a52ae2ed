import type { IntegrationId, MemberId } from '@timegrove/domain/id.ts';
import type { Provider } from '@timegrove/domain/provider.ts';
import type { Desk } from '../../http/desk.ts';
import type { Checked } from './ask-vendor.ts';
import { maskCredential } from './vault.ts';

/** Stores an accepted credential encrypted, and whose it is. */
export async function storeCredential(
  { db, actor, house }: Desk,
  id: IntegrationId,
  provider: Provider,
  { credential, identity }: Checked,
  owner: MemberId | null,
): Promise<void> {
  await db
    .updateTable('integration')
    .set({
      credential: house.vault.seal(credential, id),
      masked_credential: JSON.stringify(maskCredential(credential, provider.fields)),
      identity_name: identity.name,
      identity_email: identity.email,
      owner_member_id: owner,
      paused_until: null,
      pause_reason: null,
    })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .execute();
}
