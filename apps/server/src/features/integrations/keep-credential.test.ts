import { reenableIntegration, unlinkIntegration } from '@timegrove/contract/integrations.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Tools } from '@timegrove/domain/provider.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { anEnabled } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';
import { keepCredential } from './keep-credential.ts';

let server: TestServer;
let vendor: TestVendor;
let account: TestAccount;
let id: IntegrationId;
let renew: Tools['renew'];

beforeAll(async () => {
  vendor = await aVendor('meistertask');
  server = await aServer({ sandboxUrl: vendor.url });
});

beforeEach(async () => {
  account = await anAccount(server);
  id = await anEnabled(account, vendor);
  renew = keepFrom(vendor.credential);
});

function keepFrom(credential: Readonly<Record<string, string>>): Tools['renew'] {
  const inUse = { accountId: account.id, integrationId: id, credential };
  return keepCredential(server.database.db, server.house.vault, inUse);
}

async function stored() {
  const { credential } = await server.database.db
    .selectFrom('integration')
    .select('credential')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return credential === null ? null : server.house.vault.open(credential, id);
}

it('stores each newer credential in place of the one before it', async () => {
  await renew({ token: 'second' });
  expect(await stored()).toEqual({ token: 'second' });
  await renew({ token: 'third' });
  expect(await stored()).toEqual({ token: 'third' });
});

it('leaves what a person stored meanwhile', async () => {
  await keepFrom(vendor.credential)({ token: 'by another run' });
  await account.administrator.ask(reenableIntegration, {
    params: { integrationId: id },
    body: { credential: { ...vendor.simulator.accounts.demo.credential } },
  });
  await renew({ token: 'late' });
  await keepFrom({ token: 'by another run' })({ token: 'late' });
  expect(await stored()).toEqual(vendor.simulator.accounts.demo.credential);
});

it('gives nothing back to an integration that was unlinked', async () => {
  await account.administrator.ask(unlinkIntegration, {
    params: { integrationId: id },
    body: { archiveTasks: false },
  });
  await renew({ token: 'late' });
  expect(await stored()).toBeNull();
});

it("does not touch another account's integration", async () => {
  const inUse = {
    accountId: (await anAccount(server)).id,
    integrationId: id,
    credential: vendor.credential,
  };
  await keepCredential(server.database.db, server.house.vault, inUse)({ token: 'stolen' });
  expect(await stored()).toEqual(vendor.credential);
});
