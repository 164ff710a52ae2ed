import type { listMembers as endpoint } from '@timegrove/contract/members.ts';
import type { Verb } from '../../http/bind.ts';
import { memberColumns, memberOf } from './member-of.ts';

/**
 * Lists the members by name. Administrators and supervisors see everybody; a user sees the active
 * ones, with an empty text in place of the e-mail of others.
 */
export const listMembers: Verb<typeof endpoint> = async ({ db, actor }) => {
  const everything = actor.role !== 'user';
  const rows = await db
    .selectFrom('member')
    .select(memberColumns)
    .where('account_id', '=', actor.accountId)
    .$if(!everything, (members) => members.where('active', '=', true))
    .orderBy('name')
    .orderBy('id')
    .execute();
  const members = rows.map(memberOf);
  if (everything) return { members };
  return {
    members: members.map((member) =>
      member.id === actor.memberId ? member : { ...member, email: '' },
    ),
  };
};
