import type { resetPassword as endpoint } from '@timegrove/contract/session.ts';
import type { PublicVerb } from '../../http/bind.ts';

/** Sets a new password with the token of a mailed link; every session of the user ends. */
export const resetPassword: PublicVerb<typeof endpoint> = async (desk, { body }) => {
  await desk.house.identity.resetPassword(body.token, body.password, desk.db);
  return {};
};
