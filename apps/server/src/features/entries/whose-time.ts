import type { EntryId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import { may, type Whose } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Actor, Desk } from '../../http/desk.ts';

/** SQL: what the row of `member` is to the actor, as the policy names it. */
export function whose(actor: Actor): RawBuilder<Whose> {
  const me = sql`mine.account_id = ${actor.accountId} and mine.member_id = ${actor.memberId}`;
  return sql<Whose>`case
    when member.id = ${actor.memberId} then 'own'
    when not exists (select from member_of_group mine where ${me}) or exists (
      select from member_of_group mine
      join member_of_group theirs
        on theirs.account_id = mine.account_id and theirs.group_id = mine.group_id
      where ${me} and theirs.member_id = member.id
    ) then 'own-people'
    else 'others'
  end`;
}

/** What a member is to the actor. @throws DomainError not-found */
export async function readWhose(desk: Desk, memberId: MemberId): Promise<Whose> {
  if (memberId === desk.actor.memberId) return 'own';
  const member = await desk.db
    .selectFrom('member')
    .select(whose(desk.actor).as('whose'))
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (member === undefined) throw new DomainError('not-found', { thing: 'member' });
  return member.whose;
}

/** The tasks that the actor is project manager of; everything below them is managed too. */
export function managedTasks(actor: Actor): TaskId[] {
  return [...actor.assigned].flatMap(([task, role]) => (role === 'project-manager' ? [task] : []));
}

/** Refuses to change entries of others: those that the actor cannot even see are not there. @throws DomainError */
export async function refuseChange(desk: Desk, ids: readonly EntryId[]): Promise<never> {
  const { actor } = desk;
  const rows = await desk.db
    .selectFrom('entry')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'entry.account_id')
        .onRef('member.id', '=', 'entry.member_id'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.account_id', '=', 'entry.account_id').onRef('task.id', '=', 'entry.task_id'),
    )
    .select(['task.lineage', whose(actor).as('whose')])
    .where('entry.account_id', '=', actor.accountId)
    .where(sql<boolean>`entry.id = any(${ids}::uuid[])`)
    .execute();
  const seesAll = rows.every((row) =>
    may(actor, { do: 'see-time', whose: row.whose, lineage: row.lineage ?? [] }),
  );
  throw seesAll
    ? new DomainError('right-needed')
    : new DomainError('not-found', { thing: 'entry' });
}
