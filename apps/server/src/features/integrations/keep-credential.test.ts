import {
  readIntegration,
  reenableIntegration,
  unlinkIntegration,
} from '@timegrove/contract/integrations.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Tools } from '@timegrove/domain/provider.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anEnabled, carryOutRuns, synchronized } from '../../testing/integration.ts';
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

async function stored(at = server) {
  const { credential } = await at.database.db
    .selectFrom('integration')
    .select('credential')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return credential === null ? null : at.house.vault.open(credential, id);
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

async function tokens() {
  return (await stored(account.server)) ?? {};
}

describe('a vendor that exchanges a password for tokens that rotate', () => {
  let exchanging: TestVendor;

  beforeEach(async () => {
    exchanging = await aVendor('planner', { account: 'demo' });
    const other = await aServer({ sandboxUrl: exchanging.url });
    account = await anAccount(other);
    id = await anEnabled(account, exchanging);
  });

  it('is enabled without its password being stored, and imports at once', async () => {
    expect(Object.keys(await tokens()).sort()).toEqual([
      'accessToken',
      'email',
      'expiresAt',
      'refreshToken',
    ]);
    await carryOutRuns(account.server);
    const { lastRun, maskedCredential, activeTasks } = await account.administrator.ask(
      readIntegration,
      { params: { integrationId: id } },
    );
    expect(lastRun).toMatchObject({ state: 'done', requests: 21 });
    expect(activeTasks).toBeGreaterThan(100);
    expect(maskedCredential).toEqual({ email: exchanging.credential['email'] });
  });

  it('is read hour after hour with the token that was given last', async () => {
    await carryOutRuns(account.server);
    const refreshTokens = [(await tokens())['refreshToken']];
    for (const hour of [1, 2]) {
      exchanging.simulator.happen('expire-access', 'demo');
      expect((await synchronized(account)).state, `hour ${hour}`).toBe('done');
      refreshTokens.push((await tokens())['refreshToken']);
    }
    expect(new Set(refreshTokens).size).toBe(3);
    const before = await tokens();
    expect((await synchronized(account)).counts).toMatchObject({ created: 0, archived: 0 });
    expect(await tokens()).toEqual(before);
  });

  it('waits for a person when it ended the session, and goes on after they signed in', async () => {
    await carryOutRuns(account.server);
    exchanging.simulator.happen('end-sessions', 'demo');
    expect(await synchronized(account)).toMatchObject({ state: 'failed' });
    const { administrator } = account;
    const params = { integrationId: id };
    expect(await administrator.ask(readIntegration, { params })).toMatchObject({
      state: 'paused',
    });
    const body = { credential: { ...exchanging.credential } };
    expect(await administrator.ask(reenableIntegration, { params, body })).toMatchObject({
      state: 'active',
    });
    await carryOutRuns(account.server);
    const { lastRun } = await administrator.ask(readIntegration, { params });
    expect(lastRun?.state).toBe('done');
  });
});
