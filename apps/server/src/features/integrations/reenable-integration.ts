import type * as contract from '@timegrove/contract/integrations.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { startRun } from '../sync/start-run.ts';
import { askLinked } from './ask-linked.ts';
import { askVendor, checked, readCredential, type Checked } from './ask-vendor.ts';
import { findIntegration, findLinked } from './find-integration.ts';
import { integrationView } from './integration-view.ts';
import { storeCredential } from './store-credential.ts';

type Input = Parsed<typeof contract.reenableIntegration>;

/**
 * Takes a new credential for a linked integration, whose owner the asking administrator becomes; or
 * tries the stored one again, which changes no owner.
 */
export const reenableIntegration = {
  ask: async (desk: Desk, { params, body }: Input): Promise<Checked> => {
    const linked = await findLinked(desk, params.integrationId);
    const { provider, credential: stored } = linked;
    if (body.credential === undefined && provider.reenables === 'stored-first') {
      const identity = await askLinked(desk, linked, async (tools) =>
        provider.check(tools, stored),
      );
      return checked(stored, identity);
    }
    const credential = readCredential(provider, body.credential ?? {});
    const tools = desk.house.vendors.toolsFor(provider, credential);
    return checked(credential, await askVendor(provider, provider.check(tools, credential)));
  },
  answer: async (desk: Desk, { params, body }: Input, asked: Checked) => {
    const { row, provider } = await findLinked(desk, params.integrationId);
    const { accountId, memberId } = desk.actor;
    const owner = body.credential === undefined ? row.owner_member_id : memberId;
    await storeCredential(desk, row.id, provider, asked, owner);
    if (row.selection !== null || provider.selects === null) {
      await desk.db
        .updateTable('integration')
        .set({ state: 'active' })
        .where('account_id', '=', accountId)
        .where('id', '=', row.id)
        .execute();
      const wish = { accountId, integrationId: row.id, startedBy: memberId };
      await startRun(desk, { ...wish, trigger: 're-enable' });
    }
    await writeAudit(desk, {
      action: 're-enabled',
      thing: 'integration',
      thingId: row.id,
      name: provider.name,
    });
    desk.tell({ accountId, topic: 'integrations', id: row.id });
    return integrationView(desk, await findIntegration(desk, row.id));
  },
};
