import type { changePassword as endpoint } from '@timegrove/contract/session.ts';
import type { Verb } from '../../http/bind.ts';

/** Changes the own password. Whoever else was signed in as this member has to know the new one. */
export const changePassword: Verb<typeof endpoint> = async (desk, { body }) => {
  const { db, actor, headers, house } = desk;
  const { accountId, memberId } = actor;
  desk.setHeader('set-cookie', await house.identity.changePassword(headers, body, db));
  desk.tell({ accountId, memberId, topic: 'members', id: memberId });
  return {};
};
