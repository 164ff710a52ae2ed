import type { deleteGroup as endpoint } from '@timegrove/contract/groups.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';

/** Deletes a group. Assignments that were made through it are its members' own, so they stay. */
export const deleteGroup: Verb<typeof endpoint> = async (desk, { params }) => {
  const { db, actor } = desk;
  const deleted = await db
    .deleteFrom('member_group')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', params.groupId)
    .returning('name')
    .executeTakeFirst();
  if (deleted === undefined) throw new DomainError('not-found', { thing: 'group' });
  const { name } = deleted;
  await writeAudit(desk, { action: 'deleted', thing: 'group', thingId: params.groupId, name });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  return {};
};
