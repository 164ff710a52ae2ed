import type { changeGroup as endpoint } from '@timegrove/contract/groups.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readGroup } from './read-group.ts';
import { refuseTakenName } from '../../database/refuse-taken-name.ts';
import { namesOf, putMembers, takeMembers } from './members-of-group.ts';

/**
 * Renames a group, puts members into it and takes others out; two who do so at the same time do not
 * take back what the other one did.
 */
export const changeGroup: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { groupId } = params;
  const before = await readGroup(desk, groupId);
  const name = body.name ?? before.name;
  await refuseTakenName('member_group_name', name, async () =>
    desk.db
      .updateTable('member_group')
      .set({ name })
      .where('account_id', '=', desk.actor.accountId)
      .where('id', '=', groupId)
      .execute(),
  );
  await putMembers(desk, groupId, body.add);
  await takeMembers(desk, groupId, body.remove);
  const after = await readGroup(desk, groupId);
  await writeAudit(desk, {
    action: 'changed',
    thing: 'group',
    thingId: groupId,
    name,
    before: { name: before.name, members: await namesOf(desk, before.memberIds) },
    after: { name, members: await namesOf(desk, after.memberIds) },
  });
  desk.tell({ accountId: desk.actor.accountId, topic: 'members' });
  return after;
};
