import { failureSentence, ProviderFailure, type Failure } from '@timegrove/domain/provider.ts';
import { runTransaction } from '../../database/transaction.ts';
import type { Desk } from '../../http/desk.ts';
import { lockIntegration } from '../sync/lock-integration.ts';
import { pauseIntegration } from '../sync/pause-integration.ts';
import type { Refusal } from '../sync/tell-administrators.ts';
import type { CountingTools } from '../sync/vendor-access.ts';
import { askVendor } from './ask-vendor.ts';
import { findIntegration, type Linked } from './find-integration.ts';
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
    if (error instanceof ProviderFailure) await noteFailure(desk, linked, error.failure);
    throw error;
  });
  return askVendor(provider, noted);
}

async function noteFailure(desk: Desk, linked: Linked, failure: Failure): Promise<void> {
  if (failure.word === 'rate-limited') await noteWait(desk, linked, failure);
  if (failure.word === 'unauthorized') await noteRefusal(desk, linked, failure);
}

async function noteWait(
  { db, actor }: Desk,
  { row, provider }: Linked,
  failure: Extract<Failure, { word: 'rate-limited' }>,
): Promise<void> {
  await db
    .updateTable('integration')
    .set({
      paused_until: failure.until,
      pause_reason: `${provider.name} ${failureSentence(failure)}`,
    })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', row.id)
    .where('state', '=', 'active')
    .execute();
}

async function noteRefusal(
  { db: database, actor, house, now }: Desk,
  { row, provider }: Linked,
  refusal: Refusal,
): Promise<void> {
  const { accountId } = actor;
  await runTransaction(database, async (db, wishes) => {
    await lockIntegration(db, accountId, row.id);
    const { credential } = await findIntegration({ db, actor }, row.id);
    // A new credential that came meanwhile is not the one that was refused.
    if (credential !== row.credential) return;
    const refused = { accountId, integrationId: row.id, provider };
    await pauseIntegration({ ...wishes, db, now, house }, refused, refusal);
    wishes.tell({ accountId, topic: 'integrations', id: row.id });
  });
}
