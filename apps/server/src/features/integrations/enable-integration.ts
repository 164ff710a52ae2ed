import type * as contract from '@timegrove/contract/integrations.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Provider } from '@timegrove/domain/provider.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { startRun } from '../sync/start-run.ts';
import { askVendor, checked, readCredential, type Checked } from './ask-vendor.ts';
import { findIntegration, findProvider } from './find-integration.ts';
import { integrationView } from './integration-view.ts';
import { storeCredential } from './store-credential.ts';

type Input = Parsed<typeof contract.enableIntegration>;

/** Enables a provider: its vendor is asked first, and nothing is stored of a credential it refuses. */
export const enableIntegration = {
  ask: async (desk: Desk, { body }: Input): Promise<Checked> => {
    const provider = findProvider(desk, body.provider);
    await ensureNotEnabled(desk, provider);
    const credential = readCredential(provider, body.credential);
    const tools = desk.house.vendors.toolsFor(provider, credential);
    return checked(credential, await askVendor(provider, provider.check(tools, credential)));
  },
  answer: async (desk: Desk, { body }: Input, asked: Checked) => {
    const provider = findProvider(desk, body.provider);
    const id = await claim(desk, provider, body.id);
    await storeCredential(desk, id, provider, asked, desk.actor.memberId);
    const { accountId, memberId } = desk.actor;
    const state = provider.selects === null ? 'active' : 'choosing';
    await desk.db
      .updateTable('integration')
      .set({ state, next_run_at: null })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute();
    if (state === 'active') {
      await startRun(desk, {
        accountId,
        integrationId: id,
        trigger: id === body.id ? 'enable' : 're-enable',
        startedBy: memberId,
      });
    }
    const { name } = provider;
    await writeAudit(desk, { action: 'enabled', thing: 'integration', thingId: id, name });
    desk.tell({ accountId, topic: 'integrations', id });
    return integrationView(desk, await findIntegration(desk, id));
  },
};

async function ensureNotEnabled(desk: Desk, provider: Provider): Promise<void> {
  const row = await findExisting(desk, provider);
  if (row !== undefined && row.state !== 'unlinked') {
    throw new DomainError('integration-exists', { provider: provider.name });
  }
}

async function findExisting({ db, actor }: Desk, provider: Provider) {
  return db
    .selectFrom('integration')
    .select(['id', 'state'])
    .where('account_id', '=', actor.accountId)
    .where('provider', '=', provider.id)
    .forUpdate()
    .executeTakeFirst();
}

/** An unlinked integration is taken over with all its tasks (rule 10); else a new one is made. */
async function claim(desk: Desk, provider: Provider, id: IntegrationId): Promise<IntegrationId> {
  const inserted = await desk.db
    .insertInto('integration')
    .values({
      account_id: desk.actor.accountId,
      id,
      provider: provider.id,
      state: 'unlinked',
      masked_credential: '{}',
      created_at: desk.now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'provider']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return id;
  await ensureNotEnabled(desk, provider);
  const existing = await findExisting(desk, provider);
  return existing?.id ?? id;
}
