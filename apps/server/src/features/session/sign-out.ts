import type { signOut as endpoint } from '@timegrove/contract/session.ts';
import type { PublicVerb } from '../../http/bind.ts';

/** Ends the session of the request; without one there is nothing to end. */
export const signOut: PublicVerb<typeof endpoint> = async (desk) => {
  const cookies = await desk.house.identity.signOut(desk.headers, desk.db);
  desk.setHeader('set-cookie', cookies);
  return {};
};
