import type { Desk } from '../../http/desk.ts';
import { readerLanguage } from '../mails/reader-language.ts';
import { mailWords } from '../mails/words/mail-words.ts';
import { writeMail } from '../mails/write-mail.ts';

/** Mails somebody the link with which they join the account. */
export async function mailInvitation(desk: Desk, email: string, token: string): Promise<void> {
  const { db, actor, house } = desk;
  const { account, ...inviter } = await db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(['account.name as account', 'member.language', 'member.browser_language'])
    .where('member.account_id', '=', actor.accountId)
    .where('member.id', '=', actor.memberId)
    .executeTakeFirstOrThrow();
  const language = readerLanguage(inviter, desk.headers);
  const { button, ...words } = mailWords[language].invitation({ inviter: actor.name, account });
  await writeMail(desk, {
    accountId: actor.accountId,
    to: email,
    language,
    ...words,
    button: { text: button, url: `${house.publicUrl}/join/${token}` },
  });
}
