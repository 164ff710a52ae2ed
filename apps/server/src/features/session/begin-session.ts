import type { Me } from '@timegrove/contract/session.ts';
import type { PublicDesk } from '../../http/desk.ts';
import { readActor } from '../../http/session.ts';
import { tellMe } from './tell-me.ts';

/** Signs somebody in and sends the cookie. @throws DomainError sign-in-refused | member-deactivated */
export async function beginSession(
  desk: PublicDesk,
  login: { readonly email: string; readonly password: string },
): Promise<Me> {
  const { userId, cookies } = await desk.house.identity.signIn(login, desk.db, desk.headers);
  const me = await tellMe(desk, await readActor(desk.db, userId));
  desk.setHeader('set-cookie', cookies);
  return me;
}
