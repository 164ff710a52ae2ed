import { listPeople } from '@timegrove/contract/integrations.ts';
import { acceptInvitation, changeMember, invite, listMails } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { assign, unassign } from '@timegrove/contract/tasks.ts';
import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch } from '../../testing/branch.ts';
import {
  aLink,
  imported,
  integrationOf,
  reenabled,
  syncedAgain,
  taskOf,
  type Link,
} from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;
/** Where the team of a test has its mail: an address signs in once only. */
let domain = '';

beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
  domain = `team-${account.id.slice(-6)}.example`;
});

/** An address of the team in the domain of this test. */
function here(text: string): string {
  return text.replaceAll(/team\.example/gi, domain);
}

async function rootOf(link: Link): Promise<TaskId> {
  const { rootTaskId } = await integrationOf(link);
  if (rootTaskId === null) throw new Error('there is no root yet');
  return rootTaskId;
}

/** Every assignment of the account, as lines: who, on which task, role and where it comes from. */
async function assigned(): Promise<string[]> {
  const rows = await server.database.db
    .selectFrom('assignment')
    .innerJoin('task', (join) =>
      join
        .onRef('task.account_id', '=', 'assignment.account_id')
        .onRef('task.id', '=', 'assignment.task_id'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'assignment.account_id')
        .onRef('member.id', '=', 'assignment.member_id'),
    )
    .select(['member.name as who', 'task.name as task', 'assignment.role', 'assignment.origin'])
    .where('assignment.account_id', '=', account.id)
    .execute();
  return rows
    .filter(({ role }) => role !== null)
    .map(({ who, task, role, origin }) => `${who} on ${task}: ${role} by ${origin}`)
    .sort();
}

async function linesOf(name: string): Promise<string[]> {
  return (await assigned()).filter((line) => line.startsWith(name));
}

/** Somebody at the vendor who is in a workspace. */
function aPerson(vendor: TestVendor, space: SandboxNode, name: string, id?: string): SandboxNode {
  return vendor.simulator.act({
    do: 'create',
    kind: 'person',
    name: here(name),
    parent: space.id,
    account: vendor.accountKey,
    ...(id !== undefined && { id }),
  });
}

/** Invites an address, and gives the answer of who follows the link. */
async function joins(email: string, name: string): Promise<MemberId> {
  const { ask } = account.administrator;
  await ask(invite, { body: { id: newId<'invitation'>(), email, role: 'user' } });
  const { mails } = await ask(listMails);
  const text = mails.find(({ to }) => to === email)?.text ?? '';
  const me = await server.ask(acceptInvitation, {
    params: { token: /\/join\/([\w-]{43})/.exec(text)?.[1] ?? '' },
    body: { name, password: 'correct horse battery', zone: 'Europe/Vienna' },
  });
  return me.memberId;
}

/** An account with Robin, who enabled it, and Kim, Lee and Mo; at Toggl, Kim is in one workspace. */
async function aTeam(id: string) {
  const vendor = vendors.of(id);
  const branch = aBranch(vendor, 'Site');
  const kim = await aMember(account, { name: 'Kim', email: here('kim@team.example') });
  await aMember(account, { name: 'Lee', role: 'supervisor' });
  await aMember(account, { name: 'Mo', active: false });
  if (id === 'toggl') aPerson(vendor, branch.top, 'Kim K <kim@team.example>');
  const link = await aLink(account, vendor);
  return { vendor, branch, kim, link };
}

/** What the rule book says of who is assigned by rule. */
const byRule = [
  { id: 'meistertask', rule: ['Robin on MeisterTask: project-manager by rule'] },
  {
    id: 'planner',
    rule: [
      'Kim on Planner: regular-user by rule',
      'Lee on Planner: regular-user by rule',
      'Robin on Planner: regular-user by rule',
    ],
  },
  {
    id: 'toggl',
    rule: [
      'Kim on Site workspace: regular-user by rule',
      'Robin on Toggl: project-manager by rule',
    ],
  },
];

describe.each(byRule)('rule 7 with $id', ({ id, rule }) => {
  it('assigns by rule whom the rule book says, and nobody else', async () => {
    const { link } = await aTeam(id);
    expect(await assigned()).toEqual(rule);
    await syncedAgain(link);
    expect(await assigned()).toEqual(rule);
  });

  it('what was removed by hand stays removed, after ten syncs and a re-enabling', async () => {
    const { ask } = account.administrator;
    const { link, kim, branch } = await aTeam(id);
    const onRoot = await rootOf(link);
    const removed =
      id === 'meistertask'
        ? { taskId: onRoot, memberId: account.administrator.memberId }
        : {
            taskId: id === 'toggl' ? await taskOf(link, branch.top) : onRoot,
            memberId: kim.memberId,
          };
    const gone = id === 'meistertask' ? 'Robin' : 'Kim';
    await ask(unassign, { params: removed });
    const left = rule.filter((line) => !line.startsWith(gone));
    for (let round = 0; round < 10; round += 1) await syncedAgain(link);
    expect(await assigned()).toEqual(left);
    await reenabled(link);
    expect(await assigned()).toEqual(left);
  });

  it('what was changed or made by hand stays as that person left it', async () => {
    const { ask } = account.administrator;
    const { link, kim, branch } = await aTeam(id);
    const by = async (taskId: TaskId, memberId: MemberId) =>
      ask(assign, { params: { taskId, memberId }, body: { role: 'guest' } });
    const { memberId: zoe } = await aMember(account, { name: 'Zoe' });
    for (const taskId of [await rootOf(link), await taskOf(link, branch.top)])
      for (const memberId of [kim.memberId, zoe]) await by(taskId, memberId);
    for (let round = 0; round < 3; round += 1) await syncedAgain(link);
    await reenabled(link);
    const tasks = [link.vendor.provider.rootName, branch.top.name].sort();
    for (const who of ['Kim', 'Zoe'])
      expect(await linesOf(who)).toEqual(tasks.map((task) => `${who} on ${task}: guest by hand`));
  });

  it('who joins later gets what the rule gives: at once, on the next sync, or nothing', async () => {
    const { vendor, branch, link } = await aTeam(id);
    if (id === 'toggl') aPerson(vendor, branch.top, 'Nia N <nia@team.example>');
    await joins(here('nia@team.example'), 'Nia');
    const atOnce = { planner: ['Nia on Planner: regular-user by rule'] };
    expect(await linesOf('Nia')).toEqual(new Map(Object.entries(atOnce)).get(id) ?? []);
    await syncedAgain(link);
    const later = { ...atOnce, toggl: ['Nia on Site workspace: regular-user by rule'] };
    expect(await linesOf('Nia')).toEqual(new Map(Object.entries(later)).get(id) ?? []);
  });

  it('who leaves loses what the rule gave, and gets it again when they return', async () => {
    const { ask } = account.administrator;
    const { link, kim } = await aTeam(id);
    await ask(changeMember, { params: { memberId: kim.memberId }, body: { active: false } });
    await syncedAgain(link);
    expect(await assigned()).toEqual(rule.filter((line) => !line.startsWith('Kim')));
    await ask(changeMember, { params: { memberId: kim.memberId }, body: { active: true } });
    await syncedAgain(link);
    expect(await assigned()).toEqual(rule);
  });
});

describe.each(everyProvider)('rule 9 with $name: somebody else re-enables it', ({ id }) => {
  it('owner and rule follow to them, and nothing is assigned twice', async () => {
    const vendor = vendors.of(id);
    const { link } = await aTeam(id);
    const ada = await aMember(account, { name: 'Ada', role: 'administrator' });
    await syncedAgain(link);
    await reenabled(link, { by: ada, anew: true });
    expect((await integrationOf(link)).owner).toMatchObject({ name: 'Ada' });
    const onRoot = (await assigned()).filter((line) =>
      line.includes(`on ${vendor.provider.rootName}:`),
    );
    const owners = {
      meistertask: ['Ada on MeisterTask: project-manager by rule'],
      planner: ['Ada', 'Kim', 'Lee', 'Robin'].map(
        (who) => `${who} on Planner: regular-user by rule`,
      ),
      toggl: ['Ada on Toggl: project-manager by rule'],
    };
    expect(onRoot).toEqual(new Map<string, string[]>(Object.entries(owners)).get(id) ?? onRoot);
  });
});

/** One workspace with these people; the members are Kim and Lee, and Robin, who enabled it. */
async function withPeople(...people: readonly string[]) {
  const vendor = vendors.of('toggl');
  const { top } = aBranch(vendor, 'Site');
  const nodes = people.map((name) => aPerson(vendor, top, name));
  await aMember(account, { name: 'Kim', email: here('kim@team.example') });
  await aMember(account, { name: 'Lee', email: here('lee@team.example') });
  const link = await aLink(account, vendor);
  return { vendor, top, nodes, link };
}

/** The table of Settings as lines: name, e-mail, verdict, member; without the owner of the token. */
async function table({ id }: Link): Promise<string[]> {
  const params = { integrationId: id };
  const { people } = await account.administrator.ask(listPeople, { params });
  return people
    .filter(({ email }) => email !== 'pim@empty.example')
    .map((one) => [one.name, one.email, one.verdict, one.member?.name].filter(Boolean).join(' | '))
    .sort();
}

async function others(): Promise<string[]> {
  return (await assigned()).filter((line) => !line.startsWith('Robin'));
}

describe('rule 8: e-mail match with Toggl', () => {
  it.each([
    ['as it is written', 'kim@team.example'],
    ['in capitals', 'KIM@Team.Example'],
    ['with spaces around it', '  kim@team.example '],
  ])('matches an address %s', async (_how, email) => {
    const { link } = await withPeople(`Kim K <${email}>`);
    expect(await others()).toEqual(['Kim on Site workspace: regular-user by rule']);
    expect(await table(link)).toEqual([here(`Kim K | ${email} | matched | Kim`)]);
  });

  it.each([
    ['of nobody here', 'zoe@team.example', 'not-a-member'],
    ['that is only alike', 'kim@team.example.org', 'not-a-member'],
    ['that is part of a longer one', 'im@team.example', 'not-a-member'],
    ['that is missing', '', 'no-email'],
  ])('an address %s gives nothing to anybody', async (_how, email, verdict) => {
    const { link } = await withPeople(`Zoe Z <${email}>`);
    expect(await others()).toEqual([]);
    expect(await table(link)).toEqual([
      here(['Zoe Z', email, verdict].filter(Boolean).join(' | ')),
    ]);
    expect(await assigned()).toEqual(['Robin on Toggl: project-manager by rule']);
  });

  it('an address that two people there share gives nothing to anybody', async () => {
    const { link } = await withPeople('Kim K <kim@team.example>', 'Front desk <Kim@team.example>');
    expect(await others()).toEqual([]);
    expect(await table(link)).toEqual([
      here('Front desk | Kim@team.example | shared'),
      here('Kim K | kim@team.example | shared'),
    ]);
  });

  it('an address that is changed there takes the assignment from one to the other', async () => {
    const { vendor, nodes, link } = await withPeople('Kim K <kim@team.example>');
    const [person] = nodes;
    if (person === undefined) throw new Error('nobody is there');
    vendor.act('rename', person, { name: here('Kim K <lee@team.example>') });
    await syncedAgain(link);
    expect(await others()).toEqual(['Lee on Site workspace: regular-user by rule']);
    vendor.act('delete', person);
    await syncedAgain(link);
    expect(await others()).toEqual([]);
  });

  it('somebody in two workspaces gets both; deactivated there, none', async () => {
    const { vendor, nodes, link } = await withPeople('Kim K <kim@team.example>');
    const [person] = nodes;
    if (person === undefined) throw new Error('nobody is there');
    const shop = aBranch(vendor, 'Shop').top;
    aPerson(vendor, shop, 'Kim K <kim@team.example>', person.id);
    await syncedAgain(link);
    expect(await others()).toEqual([
      'Kim on Shop workspace: regular-user by rule',
      'Kim on Site workspace: regular-user by rule',
    ]);
    vendor.act('archive', person);
    await syncedAgain(link);
    expect(await others()).toEqual([]);
  });

  it('who was on a workspace that is no longer selected stays on what is archived there', async () => {
    const { vendor, top, nodes, link } = await withPeople('Kim K <kim@team.example>');
    const shop = aBranch(vendor, 'Shop').top;
    const kims = ['Kim on Site workspace: regular-user by rule'];
    await imported(account, link.id, { mode: 'ticked', ids: [shop.id] });
    expect(await others()).toEqual(kims);
    await imported(account, link.id, { mode: 'ticked', ids: [shop.id, top.id] });
    expect(await others()).toEqual(kims);
    await imported(account, link.id, { mode: 'ticked', ids: [shop.id] });
    vendor.act('delete', nodes[0] ?? top);
    await imported(account, link.id, { mode: 'ticked', ids: [shop.id, top.id] });
    expect(await others()).toEqual([]);
  });

  it('without the people nobody loses an assignment; the run says what is missing', async () => {
    const { vendor, link } = await withPeople('Kim K <kim@team.example>');
    vendor.simulator.faults.set([{ kind: 'server-error', path: '/users' }]);
    const run = await syncedAgain(link);
    expect(run).toMatchObject({ state: 'partial', reason: expect.stringContaining('Toggl') });
    expect(await others()).toEqual(['Kim on Site workspace: regular-user by rule']);
  });

  it('who is no member is shown, is invited with an e-mail when ticked, and matched after joining', async () => {
    const { link } = await withPeople('Zoe Z <zoe@team.example>');
    const { ask } = account.administrator;
    const people = async () =>
      (await ask(listPeople, { params: { integrationId: link.id } })).people.filter(
        ({ name }) => name === 'Zoe Z',
      );
    expect(await people()).toMatchObject([
      { verdict: 'not-a-member', invited: false, containers: ['Site workspace'] },
    ]);
    const body = {
      id: newId<'invitation'>(),
      email: here('zoe@team.example'),
      role: 'user' as const,
    };
    await ask(invite, { body });
    expect(await people()).toMatchObject([{ verdict: 'not-a-member', invited: true }]);
    const { mails } = await ask(listMails);
    const mail = mails.find(({ to }) => to === here('zoe@team.example'));
    const token = /\/join\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    await server.ask(acceptInvitation, {
      params: { token },
      body: { name: 'Zoe', password: 'correct horse battery', zone: 'Europe/Vienna' },
    });
    expect(await others()).toEqual([]);
    await syncedAgain(link);
    expect(await others()).toEqual(['Zoe on Site workspace: regular-user by rule']);
    expect(await people()).toMatchObject([{ verdict: 'matched', invited: false }]);
  });

  it.each(['meistertask', 'planner'])('%s matches nobody: the table is empty', async (id) => {
    const link = await aLink(account, vendors.of(id));
    expect(await table(link)).toEqual([]);
  });
});
