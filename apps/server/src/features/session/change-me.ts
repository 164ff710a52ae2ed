import type { changeMe as endpoint } from '@timegrove/contract/session.ts';
import type { Verb } from '../../http/bind.ts';
import { tellMe } from './tell-me.ts';

/** Changes the own name or time zone; entries keep the zone in which they were tracked. */
export const changeMe: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor } = desk;
  const name = body.name ?? actor.name;
  const zone = body.zone ?? actor.zone;
  await db
    .updateTable('member')
    .set({ name, zone })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.memberId)
    .execute();
  desk.tell({ accountId: actor.accountId, topic: 'members', id: actor.memberId });
  return tellMe(desk, { ...actor, name, zone });
};
