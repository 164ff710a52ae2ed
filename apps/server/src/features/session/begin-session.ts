import type { Me } from '@timegrove/contract/session.ts';
import type { Actor, PublicDesk } from '../../http/desk.ts';
import { readActor } from '../../http/session.ts';
import { browserLanguage } from '../mails/reader-language.ts';
import { tellMe } from './tell-me.ts';

/** Signs somebody in and sends the cookie. @throws DomainError sign-in-refused | member-deactivated */
export async function beginSession(
  desk: PublicDesk,
  login: { readonly email: string; readonly password: string },
): Promise<Me> {
  const { userId, cookies } = await desk.house.identity.signIn(login, desk.db, desk.headers);
  const actor = await readActor(desk.db, userId);
  await noteLanguage(desk, actor);
  const me = await tellMe(desk, actor);
  desk.setHeader('set-cookie', cookies);
  return me;
}

/** Mails that no request causes are written in the language of the last browser. */
async function noteLanguage({ db, headers }: PublicDesk, actor: Actor): Promise<void> {
  await db
    .updateTable('member')
    .set({ browser_language: browserLanguage(headers) })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.memberId)
    .execute();
}
