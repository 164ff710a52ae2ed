import { listPeople } from '@timegrove/contract/integrations.ts';
import { assign, listAssignments } from '@timegrove/contract/tasks.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, type Branch } from '../../testing/branch.ts';
import { aLink, syncedAgain, taskOf, type Link } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';

/** What people complain about in other products: the wrong person, by an address that was nearly right. */

let vendors: TestVendors;
let server: TestServer;
let account: TestAccount;
let kim: Person;
beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
  kim = await aMember(account, { name: 'Kim', email: here('kim') });
});

/** An address of this test's own: one address signs in once only. */
function here(name: string): string {
  return `${name}@${account.id.slice(-8)}.example`;
}

const matching = everyProvider
  .filter((provider) => provider.people !== undefined)
  .map(({ id }) => ({ id }));

/** Somebody at the vendor, in the container at the top of the branch. */
function aColleague(vendor: TestVendor, { top }: Branch, name: string, email: string): SandboxNode {
  return vendor.simulator.act({
    do: 'create',
    kind: 'person',
    name: `${name} <${email}>`,
    parent: top.id,
    account: vendor.accountKey,
  });
}

/** Who is assigned to the container itself, as lines: name, role, origin. */
async function assignedTo(link: Link, { top }: Branch): Promise<string[]> {
  const { assignments } = await account.administrator.ask(listAssignments, {
    params: { taskId: await taskOf(link, top) },
  });
  return assignments
    .filter(({ on }) => on.name === top.name)
    .map(({ name, role, origin }) => `${name}: ${role} by ${origin}`)
    .sort();
}

/** What the table of people makes of somebody: the verdict, and the member. */
async function verdictOn({ id }: Link, name: string): Promise<string[]> {
  const { people } = await account.administrator.ask(listPeople, { params: { integrationId: id } });
  return people
    .filter((person) => person.name === name)
    .map(({ verdict, member }) => [verdict, member?.name].filter(Boolean).join(' '));
}

async function changeAddress({ memberId }: Person, email: string): Promise<void> {
  await server.database.db
    .updateTable('member')
    .set({ email })
    .where('account_id', '=', account.id)
    .where('id', '=', memberId)
    .execute();
}

describe.each(matching)('$id: an address', ({ id }) => {
  it('that is changed here, and later there, is followed; what was made by hand stays', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const person = aColleague(vendor, branch, 'Kim K', here('kim'));
    const link = await aLink(account, vendor);
    const byRule = ['Kim: regular-user by rule'];
    expect([await assignedTo(link, branch), await verdictOn(link, 'Kim K')]).toEqual([
      byRule,
      ['matched Kim'],
    ]);
    await account.administrator.ask(assign, {
      params: { taskId: await taskOf(link, branch.leaf), memberId: kim.memberId },
      body: { role: 'guest' },
    });
    await changeAddress(kim, here('kim.new'));
    await syncedAgain(link);
    expect([await assignedTo(link, branch), await verdictOn(link, 'Kim K')]).toEqual([
      [],
      ['not-a-member'],
    ]);
    vendor.act('rename', person, { name: `Kim K <${here('KIM.New')}>` });
    await syncedAgain(link);
    expect([await assignedTo(link, branch), await verdictOn(link, 'Kim K')]).toEqual([
      byRule,
      ['matched Kim'],
    ]);
    const { assignments } = await account.administrator.ask(listAssignments, {
      params: { taskId: await taskOf(link, branch.leaf) },
    });
    expect(
      assignments.filter(({ name, on }) => name === 'Kim' && on.name === branch.leaf.name),
    ).toEqual([expect.objectContaining({ role: 'guest', origin: 'hand' })]);
  });

  it('that a second person there takes gives nothing to anybody, until it is one person’s again', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    aColleague(vendor, branch, 'Kim K', here('kim'));
    const link = await aLink(account, vendor);
    const second = aColleague(vendor, branch, 'Front desk', ` ${here('Kim')} `);
    await syncedAgain(link);
    expect(await assignedTo(link, branch)).toEqual([]);
    for (const name of ['Kim K', 'Front desk'])
      expect(await verdictOn(link, name)).toEqual(['shared']);
    vendor.act('delete', second);
    await syncedAgain(link);
    expect(await assignedTo(link, branch)).toEqual(['Kim: regular-user by rule']);
  });

  it('of the owner, or of nobody, gives the owner nothing beside the root', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    aColleague(vendor, branch, 'Zoe Z', here('zoe'));
    aColleague(vendor, branch, 'Robin R', account.administrator.email.toUpperCase());
    const link = await aLink(account, vendor);
    expect(await assignedTo(link, branch)).toEqual([]);
    expect(await verdictOn(link, 'Zoe Z')).toEqual(['not-a-member']);
    expect(await verdictOn(link, 'Robin R')).toEqual(['matched Robin']);
    const rows = await server.database.db
      .selectFrom('assignment')
      .innerJoin('task', (join) =>
        join
          .onRef('task.account_id', '=', 'assignment.account_id')
          .onRef('task.id', '=', 'assignment.task_id'),
      )
      .select(['task.name', 'assignment.member_id'])
      .where('assignment.account_id', '=', account.id)
      .execute();
    expect(rows).toEqual([
      { name: vendor.provider.rootName, member_id: account.administrator.memberId },
    ]);
  });
});
