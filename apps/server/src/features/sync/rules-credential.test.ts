import { addEntry, listEntries } from '@timegrove/contract/entries.ts';
import {
  enableIntegration,
  listContainers,
  listIntegrations,
  listPeople,
  previewSelection,
  reenableIntegration,
  saveSelection,
  unlinkIntegration,
} from '@timegrove/contract/integrations.ts';
import { changeMember, listMails } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { changeTask, moveTask } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { aBranch } from '../../testing/branch.ts';
import {
  aLink,
  anEnabled,
  carryOutRuns,
  engineOf,
  integrationOf,
  reenabled,
  syncedAgain,
  taskOf,
  treeOf,
  type Link,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, aTask, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { sweep } from './sweep.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;

beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
});

const zone = 'Europe/Berlin';

/** Lets the hours pass as they do on a server: each brings a sweep, and somebody presses Force synchronization. */
async function hoursPass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    server.clock.advance({ hours: 1, minutes: 1 });
    const mine = (await sweep(engineOf(server))).filter((run) => run.accountId === account.id);
    server.jobs.takeRuns();
    for (const run of mine) await executeRun(engineOf(server), run);
    await account.administrator.ask(forceSynchronization);
    await carryOutRuns(server);
  }
}

/** Lets the vendor refuse from now on, and the next run meet it, however runs come about with this vendor. */
async function refusedFromNowOn({ vendor, id }: Link, path?: string): Promise<void> {
  const refuse = () =>
    vendor.simulator.faults.set([{ kind: 'unauthorized', ...(path !== undefined && { path }) }]);
  if (vendor.provider.schedule === 'hourly') {
    refuse();
    await hoursPass(2);
  } else {
    await account.administrator.ask(saveSelection, {
      params: { integrationId: id },
      body: { selection: { mode: 'all' } },
    });
    refuse();
    await carryOutRuns(server);
  }
}

function refusals({ simulator }: TestVendor): number {
  return simulator.requests.requests.filter(({ status }) => status === 401 || status === 403)
    .length;
}

describe.each(everyProvider)('rule 9 with $name: a refused credential', ({ id, name }) => {
  it('pauses, keeps the tree, tells every administrator, and never asks again by itself', async () => {
    const vendor = vendors.of(id);
    aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const ada = await aMember(account, { role: 'administrator' });
    await aMember(account, { role: 'administrator', active: false });
    await aMember(account, { role: 'supervisor' });
    const before = await treeOf(account);
    vendor.simulator.requests.clear();
    await refusedFromNowOn(link);
    expect(await integrationOf(link)).toMatchObject({
      state: 'paused',
      nextRunAt: null,
      pause: { reason: expect.stringMatching(new RegExp(`^${name} refused the credential`)) },
      lastRun: { state: 'failed' },
    });
    const { count } = vendor.simulator.requests;
    await hoursPass(30);
    expect(vendor.simulator.requests.count).toBe(count);
    expect(refusals(vendor)).toBeGreaterThan(0);
    expect(refusals(vendor)).toBeLessThanOrEqual(3);
    expect(await treeOf(account)).toEqual(before);
    const { mails } = await account.administrator.ask(listMails);
    const told = mails.filter(
      ({ subject }) => subject === `${name} no longer accepts the credential`,
    );
    expect(told.map(({ to }) => to).sort()).toEqual(
      [ada.email, account.administrator.email].sort(),
    );
  });

  it('in the middle of a large run: at most three refused calls', async () => {
    const vendor = vendors.of(id);
    for (const at of [1, 2, 3, 4, 5, 6]) aBranch(vendor, `Site ${at}`);
    const link = await aLink(account, vendor);
    const before = await treeOf(account);
    vendor.simulator.requests.clear();
    await refusedFromNowOn(link, id === 'toggl' ? '/workspaces/' : '/tasks');
    expect(refusals(vendor)).toBeGreaterThan(0);
    expect(refusals(vendor)).toBeLessThanOrEqual(3);
    expect(await treeOf(account)).toEqual(before);
    expect((await integrationOf(link)).state).toBe('paused');
  });

  it('looking at the settings of a paused one asks nothing of the vendor', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    await refusedFromNowOn(link);
    vendor.simulator.requests.clear();
    const params = { integrationId: link.id };
    await ask(listIntegrations);
    const selection = { mode: 'all' as const };
    const attempts: (() => Promise<unknown>)[] = [
      async () => ask(listContainers, { params }),
      async () => ask(listPeople, { params }),
      async () => ask(previewSelection, { params, body: { selection } }),
      async () => ask(saveSelection, { params, body: { selection } }),
    ];
    for (const attempt of attempts)
      expect(await refusalOf(attempt())).toMatchObject({
        code: 'credential-refused',
        message: expect.stringContaining(name),
      });
    await carryOutRuns(server);
    expect(vendor.simulator.requests.count).toBe(0);
  });

  it('goes on after it was re-enabled with a good one', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    await refusedFromNowOn(link);
    vendor.simulator.faults.set([]);
    vendor.act('rename', branch.top, { name: 'Renamed meanwhile' });
    const run = await reenabled(link, { anew: true });
    expect(run).toMatchObject({ state: 'done', counts: { renamed: 1, created: 0 } });
    expect(await integrationOf(link)).toMatchObject({ state: 'active', pause: null });
  });
});

it.each(['meistertask', 'toggl'] as const)(
  '%s pauses in the same way when the refusal meets somebody who only looks at the choice',
  async (id) => {
    const link = await aLink(account, vendors.of(id));
    link.vendor.simulator.faults.set([{ kind: 'unauthorized' }]);
    const { ask } = account.administrator;
    const params = { integrationId: link.id };
    expect(await refusalOf(ask(listContainers, { params }))).toMatchObject({
      code: 'credential-refused',
    });
    expect(await integrationOf(link)).toMatchObject({ state: 'paused', nextRunAt: null });
    const { mails } = await ask(listMails);
    expect(mails.map(({ to }) => to)).toContain(account.administrator.email);
  },
);

describe.each(everyProvider)('rule 9 with $name: the owner left', ({ id }) => {
  it('it keeps working, and every administrator sees that its owner is gone', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const ada = await aMember(account, { name: 'Ada', role: 'administrator' });
    const link = await aLink({ ...account, administrator: account.administrator }, vendor);
    const gone = { params: { memberId: account.administrator.memberId }, body: { active: false } };
    await ada.ask(changeMember, gone);
    const now: Link = { ...link, account: { ...account, administrator: ada } };
    vendor.act('rename', branch.top, { name: 'Renamed since' });
    expect(await syncedAgain(now)).toMatchObject({ state: 'done', counts: { renamed: 1 } });
    const { integrations } = await ada.ask(listIntegrations);
    expect(integrations).toMatchObject([
      { state: 'active', owner: { name: 'Robin', active: false } },
    ]);
    await reenabled(now, { anew: true });
    expect(await integrationOf(now)).toMatchObject({
      state: 'active',
      owner: { name: 'Ada', active: true },
    });
  });
});

async function tracked(taskId: TaskId): Promise<void> {
  await account.administrator.ask(addEntry, {
    body: {
      id: newId<'entry'>(),
      taskId,
      startedAt: '2026-03-02T07:00:00.000Z',
      stoppedAt: '2026-03-02T08:00:00.000Z',
      zone,
    },
  });
}

async function timeOn(): Promise<(string | undefined)[]> {
  const query = { from: '2026-03-02', to: '2026-03-02' };
  const { entries } = await account.administrator.ask(listEntries, { query });
  return entries.map(({ task }) => task?.id);
}

async function unlinked(link: Link, archiveTasks: boolean): Promise<void> {
  const params = { integrationId: link.id };
  const answer = await account.administrator.ask(unlinkIntegration, {
    params,
    body: { archiveTasks },
  });
  expect(answer).toMatchObject({ state: 'unlinked', maskedCredential: {}, nextRunAt: null });
}

describe.each(everyProvider)('rule 10 with $name', ({ id, fields }) => {
  it('unlinking erases the credential at once, keeps everything, and frees the tasks', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const leaf = await taskOf(link, branch.leaf);
    await tracked(leaf);
    const before = await treeOf(account);
    await unlinked(link, false);
    const { credential } = await server.database.db
      .selectFrom('integration')
      .select('credential')
      .where('id', '=', link.id)
      .executeTakeFirstOrThrow();
    expect(credential).toBeNull();
    expect(await treeOf(account)).toEqual(before);
    expect(await timeOn()).toEqual([leaf]);
    vendor.simulator.requests.clear();
    vendor.act('rename', branch.top, { name: 'Nobody looks' });
    await hoursPass(3);
    expect(vendor.simulator.requests.count).toBe(0);
    await ask(changeTask, { params: { taskId: leaf }, body: { name: 'Ours now' } });
    await ask(moveTask, { params: { taskId: leaf }, body: { parentId: null } });
  });

  it('enabling again takes the old tasks over; names and places follow the vendor again', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const leaf = await taskOf(link, branch.leaf);
    await tracked(leaf);
    const before = await treeOf(account);
    await unlinked(link, false);
    const own = await aTask(account, { name: 'Own' });
    await ask(changeTask, { params: { taskId: leaf }, body: { name: 'Ours now' } });
    await ask(moveTask, { params: { taskId: leaf }, body: { parentId: own } });
    const again = await aLink(account, vendor);
    expect(again.id).toBe(link.id);
    expect(again.run).toMatchObject({
      trigger: 're-enable',
      counts: { created: 0, renamed: 1, moved: 1 },
    });
    expect(await treeOf(account)).toEqual(before);
    expect(await taskOf(again, branch.leaf)).toBe(leaf);
    expect(await timeOn()).toEqual([leaf]);
  });

  it('one tick box archives the tasks instead, and enabling again brings them back', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const leaf = await taskOf(link, branch.leaf);
    await tracked(leaf);
    const before = await treeOf(account);
    await unlinked(link, true);
    expect(await treeOf(account)).toEqual(before.map((line) => `${line} (unlinked)`));
    expect(await timeOn()).toEqual([leaf]);
    const again = await aLink(account, vendor);
    expect(again.run.counts).toMatchObject({ created: 0 });
    expect(await treeOf(account)).toEqual(before);
    expect(await timeOn()).toEqual([leaf]);
  });

  it('is for administrators only', async () => {
    const vendor = vendors.of(id);
    const link = await aLink(account, vendor);
    const params = { integrationId: link.id };
    const credential = { ...vendor.credential };
    const body = { id: newId<'integration'>(), provider: id, credential };
    for (const role of ['user', 'supervisor'] as const) {
      const { ask } = await aMember(account, { role });
      const attempts: (() => Promise<unknown>)[] = [
        async () => ask(enableIntegration, { body }),
        async () => ask(reenableIntegration, { params, body: { credential } }),
        async () => ask(unlinkIntegration, { params, body: { archiveTasks: true } }),
        async () => ask(saveSelection, { params, body: { selection: { mode: 'all' } } }),
      ];
      for (const attempt of attempts)
        expect(await refusalOf(attempt())).toMatchObject({ code: 'right-needed' });
    }
  });

  it('refuses a wrong credential with the vendor’s reason, and keeps nothing of it', async () => {
    const { ask } = account.administrator;
    const wrong = Object.fromEntries(
      fields.map(({ key }) => [key, `wrong-${key}@nowhere.example`]),
    );
    const body = { id: newId<'integration'>(), provider: id, credential: wrong };
    const refused = await refusalOf(ask(enableIntegration, { body }));
    expect(refused).toMatchObject({ code: 'credential-refused' });
    expect((await ask(listIntegrations)).integrations).toEqual([]);
  });
});

async function asked(link: Link, credential?: Record<string, string>): Promise<unknown> {
  return account.administrator.ask(reenableIntegration, {
    params: { integrationId: link.id },
    body: credential === undefined ? {} : { credential },
  });
}

describe('rule 10: re-enabling, the way of each', () => {
  it('meistertask wants a new token pasted', async () => {
    const link = await aLink(account, vendors.of('meistertask'));
    expect(await refusalOf(asked(link))).toMatchObject({
      code: 'input-invalid',
      field: 'body.credential.token',
    });
    await asked(link, { ...link.vendor.credential });
    await carryOutRuns(server);
    expect((await integrationOf(link)).lastRun).toMatchObject({
      trigger: 're-enable',
      state: 'done',
    });
  });

  it('toggl tries the stored token first, and asks for one only if that is refused', async () => {
    const link = await aLink(account, vendors.of('toggl'));
    await refusedFromNowOn(link);
    expect(await refusalOf(asked(link))).toMatchObject({ code: 'credential-refused' });
    expect((await integrationOf(link)).state).toBe('paused');
    link.vendor.simulator.faults.set([]);
    await asked(link);
    await carryOutRuns(server);
    expect(await integrationOf(link)).toMatchObject({
      state: 'active',
      lastRun: { trigger: 're-enable', state: 'done' },
    });
  });

  it('planner is unlinked, then enabled again', async () => {
    const link = await aLink(account, vendors.of('planner'));
    expect(await reenabled(link)).toMatchObject({ trigger: 're-enable', state: 'done' });
    expect(await refusalOf(asked(link))).toMatchObject({ code: 'input-invalid' });
  });
});

describe.each(everyProvider)('rule 18 with $name', ({ id, fields }) => {
  it('shows a credential by its first and last characters only, and stores it unreadable', async () => {
    const vendor = vendors.of(id);
    const integrationId = await anEnabled(account, vendor);
    const shown = await integrationOf({ account, id: integrationId });
    const { rows } = await server.database.pool.query(
      'select integration::text as row from integration where id = $1',
      [integrationId],
    );
    const secrets = fields.filter(({ secret }) => secret);
    expect(secrets.length).toBeGreaterThan(0);
    for (const { key } of secrets) {
      const secret = vendor.credential[key] ?? '';
      for (const text of [JSON.stringify(shown), JSON.stringify(rows)])
        expect(text).not.toContain(secret);
      // What is not kept cannot be shown either.
      const kept = shown.maskedCredential[key] ?? '…';
      if (kept !== '…') expect(kept).toBe(`${secret.slice(0, 9)}…${secret.slice(-6)}`);
    }
  });
});

describe.each(everyProvider)('rule 19 with $name', ({ id }) => {
  it.each(['ftp://vendor.example', 'file:///etc/passwd', 'vendor.example/api', 'javascript:1'])(
    'the address %s is refused at the start',
    (address) => {
      const setting = `TIMEGROVE_URL_${id.toUpperCase()}`;
      expect(() => readConfig({ [setting]: address })).toThrow(setting);
    },
  );

  it('an operator can set it, a member cannot', async () => {
    const setting = `TIMEGROVE_URL_${id.toUpperCase()}`;
    const { vendorUrl } = readConfig({ [setting]: 'https://proxy.example/there' });
    expect(vendorUrl(id, '/api')).toBe('https://proxy.example/there');
    const vendor = vendors.of(id);
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/integrations',
      headers: { cookie: account.administrator.cookie },
      payload: {
        id: newId<'integration'>(),
        provider: id,
        credential: vendor.credential,
        baseUrl: 'http://evil.example',
      },
    });
    expect(reply.statusCode).toBe(422);
    expect(vendor.simulator.requests.count).toBe(0);
  });
});
