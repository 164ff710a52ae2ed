import type { readMe as endpoint } from '@timegrove/contract/session.ts';
import type { Verb } from '../../http/bind.ts';
import { tellMe } from './tell-me.ts';

/** Tells who is signed in. Every client asks this first, so here the session is prolonged. */
export const readMe: Verb<typeof endpoint> = async (desk) => {
  const cookies = await desk.house.identity.prolong(desk.headers);
  if (cookies.length > 0) desk.setHeader('set-cookie', cookies);
  return tellMe(desk, desk.actor);
};
