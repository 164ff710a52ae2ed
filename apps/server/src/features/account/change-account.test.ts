import { changeAccount, type Account } from '@timegrove/contract/account.ts';
import { listAudit } from '@timegrove/contract/audit.ts';
import { readMe } from '@timegrove/contract/session.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, type TestAccount } from '../../testing/world.ts';

const server = await aServer();
let account: TestAccount;

beforeEach(async () => {
  account = await anAccount(server);
});

async function settingsOf({ administrator }: TestAccount): Promise<Account> {
  return (await administrator.ask(readMe)).account;
}

describe('the settings of an account', () => {
  it('need a session and an administrator', async () => {
    const body = { name: 'Mine' };
    expect(await refusalOf(server.ask(changeAccount, { body }))).toMatchObject({
      code: 'session-needed',
    });
    for (const role of ['user', 'supervisor'] as const) {
      const member = await aMember(account, { role });
      expect(await refusalOf(member.ask(changeAccount, { body }))).toMatchObject({
        code: 'right-needed',
      });
    }
  });

  it('change what is said and leave the rest, also in other accounts', async () => {
    const other = await anAccount(server);
    const [before, others] = [await settingsOf(account), await settingsOf(other)];
    const body = {
      currency: 'PLN',
      zone: 'Europe/Warsaw',
      weekStart: 7,
      roundingMinutes: 15,
      entriesByHand: false,
      overlapsAllowed: false,
      lockAfterDays: 0,
      longTimerHours: 10,
    };
    const changed = await account.administrator.ask(changeAccount, { body });
    expect(changed).toEqual({ ...before, ...body });
    expect(await settingsOf(account)).toEqual(changed);
    const unlocked = await account.administrator.ask(changeAccount, {
      body: { lockAfterDays: null },
    });
    expect(unlocked).toEqual({ ...changed, lockAfterDays: null });
    expect(await settingsOf(other)).toEqual(others);
  });

  it.each([
    [{ currency: 'euro' }, 'body.currency'],
    [{ zone: 'Europe/Atlantis' }, 'body.zone'],
    [{ weekStart: 0 }, 'body.weekStart'],
    [{ lockAfterDays: -1 }, 'body.lockAfterDays'],
    [{ name: '  ' }, 'body.name'],
  ])('refuse %j and change nothing', async (body, field) => {
    const before = await settingsOf(account);
    expect(
      await refusalOf(
        account.administrator.ask(changeAccount, { body: { currency: 'USD', ...body } }),
      ),
    ).toMatchObject({ code: 'input-invalid', field });
    expect(await settingsOf(account)).toEqual(before);
  });
});

describe('the audit log', () => {
  it('needs a session and an administrator', async () => {
    expect(await refusalOf(server.ask(listAudit))).toMatchObject({ code: 'session-needed' });
    const supervisor = await aMember(account, { role: 'supervisor' });
    expect(await refusalOf(supervisor.ask(listAudit))).toMatchObject({ code: 'right-needed' });
  });

  it('says who changed which field, newest first, and nothing of a change of nothing', async () => {
    const { administrator } = account;
    await administrator.ask(changeAccount, { body: { currency: 'USD' } });
    server.clock.advance({ minutes: 1 });
    await administrator.ask(changeAccount, { body: { currency: 'USD' } });
    await administrator.ask(changeAccount, { body: { weekStart: 7, currency: 'PLN' } });
    const { audited, next } = await administrator.ask(listAudit);
    expect(next).toBeNull();
    expect(audited).toMatchObject([
      {
        at: server.clock.now().toISOString(),
        by: { memberId: administrator.memberId, name: 'Robin' },
        action: 'changed',
        thing: 'account',
        changes: {
          currency: { before: 'USD', after: 'PLN' },
          weekStart: { before: 1, after: 7 },
        },
      },
      { changes: { currency: { before: 'EUR', after: 'USD' } } },
    ]);
    expect(Object.keys(audited[0]?.changes ?? {})).toHaveLength(2);
  });

  it('is read a page at a time, of one kind, and stays in its account', async () => {
    const other = await anAccount(server);
    await other.administrator.ask(changeAccount, { body: { currency: 'USD' } });
    for (const weekStart of [2, 3, 4]) {
      await account.administrator.ask(changeAccount, { body: { weekStart } });
    }
    const first = await account.administrator.ask(listAudit, { query: { limit: '2' } });
    const second = await account.administrator.ask(listAudit, {
      query: { limit: '2', after: first.next ?? undefined },
    });
    const days = [...first.audited, ...second.audited].map(
      ({ changes }) => changes['weekStart']?.after,
    );
    expect(days).toEqual([4, 3, 2]);
    expect(second.next).toBeNull();
    const none = await account.administrator.ask(listAudit, { query: { thing: 'member' } });
    expect(none.audited).toEqual([]);
  });
});
