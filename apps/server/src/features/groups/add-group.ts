import type { addGroup as endpoint } from '@timegrove/contract/groups.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readGroup, selectGroups } from './read-group.ts';
import { refuseTakenName } from '../../database/refuse-taken-name.ts';
import { namesOf, putMembers } from './members-of-group.ts';

/** Adds a group. The same id with the same name again changes nothing. */
export const addGroup: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor, now } = desk;
  const { id, name } = body;
  const sent = await selectGroups(desk).where('member_group.id', '=', id).executeTakeFirst();
  if (sent !== undefined) {
    if (sent.name !== name) throw new DomainError('id-taken');
    return readGroup(desk, id);
  }
  const row = { account_id: actor.accountId, id, name, created_at: now };
  await refuseTakenName('member_group_name', name, async () =>
    db.insertInto('member_group').values(row).execute(),
  );
  await putMembers(desk, id, body.memberIds);
  const after = { members: await namesOf(desk, body.memberIds) };
  await writeAudit(desk, { action: 'added', thing: 'group', thingId: id, name, after });
  desk.tell({ accountId: actor.accountId, topic: 'members' });
  return readGroup(desk, id);
};
