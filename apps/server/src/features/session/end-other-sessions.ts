import type { endOtherSessions as endpoint } from '@timegrove/contract/sessions.ts';
import type { Verb } from '../../http/bind.ts';

/** Ends every own session but this one. */
export const endOtherSessions: Verb<typeof endpoint> = async (desk) => {
  const { db, actor, headers, house } = desk;
  const { accountId, memberId } = actor;
  await house.identity.endSessionsOf(headers, ({ current }) => !current, db);
  desk.tell({ accountId, memberId, topic: 'members', id: memberId });
  return {};
};
