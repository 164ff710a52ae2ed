import { failureSentence, ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Desk } from '../../http/desk.ts';
import type { CountingTools } from '../sync/vendor-access.ts';
import { askVendor } from './ask-vendor.ts';
import type { Linked } from './find-integration.ts';
import { keepCredential } from './keep-credential.ts';

/**
 * Lets a verb ask the vendor of an integration before its transaction. A vendor that wants to be left
 * alone is left alone by every process, and everybody sees until when (rule 17).
 */
export async function askLinked<Answer>(
  desk: Desk,
  linked: Linked,
  ask: (tools: CountingTools) => Promise<Answer>,
): Promise<Answer> {
  const { db, actor, house } = desk;
  const { row, provider, credential } = linked;
  const inUse = { accountId: actor.accountId, integrationId: row.id, credential };
  const tools = house.vendors.toolsFor(provider, credential, {
    renew: keepCredential(db, house.vault, inUse),
    pausedUntil: row.paused_until,
  });
  const noted = ask(tools).catch(async (error: unknown) => {
    await notePause(desk, linked, error);
    throw error;
  });
  return askVendor(provider, noted);
}

async function notePause(
  { db, actor }: Desk,
  { row, provider }: Linked,
  error: unknown,
): Promise<void> {
  if (!(error instanceof ProviderFailure) || error.failure.word !== 'rate-limited') return;
  await db
    .updateTable('integration')
    .set({
      paused_until: error.failure.until,
      pause_reason: `${provider.name} ${failureSentence(error.failure)}`,
    })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', row.id)
    .where('state', '=', 'active')
    .execute();
}
