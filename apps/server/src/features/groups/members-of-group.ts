import type { GroupId, MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';

/** Puts these members into a group, beside who is in it. @throws DomainError not-found */
export async function putMembers(
  { db, actor }: Desk,
  groupId: GroupId,
  memberIds: readonly MemberId[],
): Promise<void> {
  const wanted = [...new Set(memberIds)];
  if (wanted.length === 0) return;
  const { accountId } = actor;
  const known = await db
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', sql<MemberId>`any(${wanted}::uuid[])`)
    .execute();
  if (known.length < wanted.length) throw new DomainError('not-found', { thing: 'member' });
  await db
    .insertInto('member_of_group')
    .values(wanted.map((member_id) => ({ account_id: accountId, group_id: groupId, member_id })))
    .onConflict((there) => there.doNothing())
    .execute();
}

/** Takes these members out of a group, if they are in it. */
export async function takeMembers(
  { db, actor }: Desk,
  groupId: GroupId,
  memberIds: readonly MemberId[],
): Promise<void> {
  await db
    .deleteFrom('member_of_group')
    .where('account_id', '=', actor.accountId)
    .where('group_id', '=', groupId)
    .where('member_id', '=', sql<MemberId>`any(${memberIds}::uuid[])`)
    .execute();
}

/** What members are called, as the audit log tells it. */
export async function namesOf(
  { db, actor }: Desk,
  memberIds: readonly MemberId[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('name')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', sql<MemberId>`any(${memberIds}::uuid[])`)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
