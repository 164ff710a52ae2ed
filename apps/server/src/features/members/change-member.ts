import type { changeMember as endpoint, Member } from '@timegrove/contract/members.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { memberColumns, memberOf } from './member-of.ts';

/** Changes a member's role, or deactivates or reactivates them. Their time and assignments are kept. */
export const changeMember: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { accountId } = desk.actor;
  const { before, otherAdministrators } = await lockMembers(desk, params.memberId);
  const role = body.role ?? before.role;
  const active = body.active ?? before.active;
  if (otherAdministrators === 0 && !(role === 'administrator' && active)) {
    throw new DomainError('last-administrator');
  }
  if (before.active && !active) await endWork(desk, params.memberId);
  const changed: Member = { ...before, role, active };
  await desk.db
    .updateTable('member')
    .set({ role, active })
    .where('account_id', '=', accountId)
    .where('id', '=', params.memberId)
    .execute();
  await writeAudit(desk, {
    action: 'changed',
    thing: 'member',
    thingId: params.memberId,
    name: before.name,
    before: { role: before.role, active: before.active },
    after: { role, active },
  });
  desk.tell({ accountId, topic: 'members', id: params.memberId });
  return changed;
};

/**
 * Locks the member and every active administrator, always in the same order: two administrators who
 * take each other's role at the same time wait for one another, and the later one is refused.
 */
async function lockMembers(
  { db, actor }: Desk,
  memberId: MemberId,
): Promise<{ before: Member; otherAdministrators: number }> {
  const rows = await db
    .selectFrom('member')
    .select(memberColumns)
    .where('account_id', '=', actor.accountId)
    .where((member) =>
      member.or([
        member('id', '=', memberId),
        member.and([member('role', '=', 'administrator'), member('active', '=', true)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const row = rows.find(({ id }) => id === memberId);
  if (row === undefined) throw new DomainError('not-found', { thing: 'member' });
  return { before: memberOf(row), otherAdministrators: rows.length - 1 };
}

/** Somebody who may no longer come in must not have a timer running, nor a door left open. */
async function endWork(desk: Desk, memberId: MemberId): Promise<void> {
  const { db, actor, now, house } = desk;
  const { accountId } = actor;
  const stopped = await db
    .updateTable('entry')
    .set({ stopped_at: sql<Date>`greatest(started_at, ${now})` })
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('stopped_at', 'is', null)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (stopped !== undefined) {
    desk.tell({ accountId, memberId, topic: 'timer', id: stopped.id });
    desk.tell({ accountId, memberId, topic: 'entries', id: stopped.id });
  }
  const { user_id } = await db
    .selectFrom('member')
    .select('user_id')
    .where('account_id', '=', accountId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  await house.identity.endSessions(user_id, db);
  await db
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute();
}
