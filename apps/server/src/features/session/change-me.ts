import type { changeMe as endpoint } from '@timegrove/contract/session.ts';
import type { Verb } from '../../http/bind.ts';
import { tellMe } from './tell-me.ts';

/** Changes the own profile; entries keep the zone in which they were tracked. */
export const changeMe: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor } = desk;
  await db
    .updateTable('member')
    .set({
      name: body.name ?? actor.name,
      zone: body.zone ?? actor.zone,
      ...(body.language !== undefined && { language: body.language }),
      ...(body.weekStart !== undefined && { week_start: body.weekStart }),
      ...(body.workingMinutes !== undefined && { working_minutes: body.workingMinutes }),
      ...(body.idleMinutes !== undefined && { idle_minutes: body.idleMinutes }),
    })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.memberId)
    .execute();
  desk.tell({ accountId: actor.accountId, topic: 'members', id: actor.memberId });
  return tellMe(desk, actor);
};
