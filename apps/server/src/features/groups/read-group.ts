import type { Group } from '@timegrove/contract/groups.ts';
import type { GroupId, MemberId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';

/** Begins a query over the groups of the account, each with its members as far as the actor sees them. */
export function selectGroups({ db, actor }: Desk) {
  return db
    .selectFrom('member_group')
    .select(['member_group.id', 'member_group.name'])
    .select((group) =>
      group
        .selectFrom('member_of_group as belonging')
        .innerJoin('member', (join) =>
          join
            .onRef('member.account_id', '=', 'belonging.account_id')
            .onRef('member.id', '=', 'belonging.member_id'),
        )
        .whereRef('belonging.account_id', '=', 'member_group.account_id')
        .whereRef('belonging.group_id', '=', 'member_group.id')
        .$if(actor.role === 'user', (members) => members.where('member.active', '=', true))
        .select(sql<MemberId[]>`coalesce(json_agg(member.id order by member.id), '[]')`.as('ids'))
        .as('memberIds'),
    )
    .where('member_group.account_id', '=', actor.accountId);
}

/** Reads one group. @throws DomainError not-found */
export async function readGroup(desk: Desk, groupId: GroupId): Promise<Group> {
  const row = await selectGroups(desk).where('member_group.id', '=', groupId).executeTakeFirst();
  if (row === undefined) throw new DomainError('not-found', { thing: 'group' });
  return { ...row, memberIds: row.memberIds ?? [] };
}
