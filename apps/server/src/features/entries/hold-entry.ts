import type { EntryId, MemberId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { AccountRules } from '@timegrove/domain/timesheet/account-rules.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';
import { refuseChange } from './whose-time.ts';

/** A member whose time nobody else writes until the transaction ends. */
export interface HeldMember {
  readonly id: MemberId;
  readonly name: string;
  readonly today: string;
  /** What the account allows with time. */
  readonly rules: AccountRules;
}

/**
 * Makes everything that writes a member's time wait for one another until the transaction ends.
 * The order is always the member, then a task, then entries, so that nobody waits in a circle.
 * Archiving a task locks no members: it can stop a running entry at any moment, so whoever writes
 * `stopped_at` of a running entry does it in a way that an earlier stop survives.
 * @throws DomainError not-found, or member-deactivated when that happened to the actor after the door
 */
export async function lockMember(desk: Desk, memberId: MemberId): Promise<HeldMember> {
  const member = (await lockMembers(desk, sql`select ${memberId}::uuid`)).get(memberId);
  if (member === undefined) throw new DomainError('not-found', { thing: 'member' });
  return member;
}

async function lockMembers(
  desk: Desk,
  ids: RawBuilder<unknown>,
): Promise<ReadonlyMap<MemberId, HeldMember>> {
  const rows = await desk.db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(['member.id', 'member.name', 'member.zone', 'member.active'])
    .select(['account.entries_by_hand', 'account.overlaps_allowed', 'account.lock_after_days'])
    .where('member.account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`member.id in (${ids})`)
    .orderBy('member.id')
    // Weaker than `for update`: writing an assignment that names the member need not wait.
    .forNoKeyUpdate('member')
    .execute();
  // Deactivating has stopped the timer by now, and nobody would stop another one.
  if (rows.some(({ id, active }) => id === desk.actor.memberId && !active)) {
    throw new DomainError('member-deactivated');
  }
  return new Map(
    rows.map(({ id, name, zone, ...row }) => [
      id,
      {
        id,
        name,
        today: dayOf(desk.now.getTime(), zone),
        rules: {
          entriesByHand: row.entries_by_hand,
          overlapsAllowed: row.overlaps_allowed,
          lockAfterDays: row.lock_after_days,
        },
      },
    ]),
  );
}

/** An entry and the member whose time it is. */
export interface HeldEntry {
  readonly entry: EntryRow;
  readonly member: HeldMember;
}

/**
 * Gives entries, deleted or not, that the actor may change, in the order of their ids: own ones, or
 * anybody's for an administrator. Their members are locked. @throws DomainError not-found | right-needed
 */
export async function holdAnyEntries(desk: Desk, ids: readonly EntryId[]): Promise<HeldEntry[]> {
  const { actor } = desk;
  const among = sql<boolean>`id = any(${ids}::uuid[])`;
  const members = await lockMembers(
    desk,
    sql`select member_id from entry where account_id = ${actor.accountId} and ${among}`,
  );
  const rows = await desk.db
    .selectFrom('entry')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where(among)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  const held = ids.map((id) => {
    const entry = found.get(id);
    const member = entry && members.get(entry.member_id);
    if (entry === undefined || member === undefined) throw notFound();
    return { entry, member };
  });
  const mayAll = [...members.keys()].every((id) =>
    may(actor, { do: 'change-time', whose: id === actor.memberId ? 'own' : 'others' }),
  );
  return mayAll ? held : refuseChange(desk, ids);
}

/** As `holdAnyEntries`, and a deleted entry is not found. */
export async function holdEntries(desk: Desk, ids: readonly EntryId[]): Promise<HeldEntry[]> {
  const held = await holdAnyEntries(desk, ids);
  if (held.some(({ entry }) => entry.deleted_at !== null)) throw notFound();
  return held;
}

/** As `holdEntries` for one. */
export async function holdEntry(desk: Desk, id: EntryId): Promise<HeldEntry> {
  const [held] = await holdEntries(desk, [id]);
  if (held === undefined) throw notFound();
  return held;
}

function notFound(): DomainError {
  return new DomainError('not-found', { thing: 'entry' });
}
