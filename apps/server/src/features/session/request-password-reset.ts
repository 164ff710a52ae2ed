import { setTimeout as wait } from 'node:timers/promises';
import type { requestPasswordReset as endpoint } from '@timegrove/contract/session.ts';
import type { UserId } from '@timegrove/domain/id.ts';
import type { PublicVerb } from '../../http/bind.ts';
import type { PublicDesk } from '../../http/desk.ts';
import { readerLanguage } from '../mails/reader-language.ts';
import { mailWords } from '../mails/words/mail-words.ts';
import { writeMail } from '../mails/write-mail.ts';

/** How long the answer takes at least, so that its time does not tell whether the address is known. */
const answerMs = 250;

/** Mails a link for a new password if the address is an active member's; answers the same either way. */
export const requestPasswordReset: PublicVerb<typeof endpoint> = async (desk, { body }) => {
  const enough = wait(answerMs, undefined, { ref: false });
  desk.afterCommit(async () => enough);
  const reset = await desk.house.identity.requestReset(body.email, desk.db);
  if (reset !== null) await mailLink(desk, reset.userId, reset.token);
  return {};
};

async function mailLink(desk: PublicDesk, userId: UserId, token: string): Promise<void> {
  const member = await desk.db
    .selectFrom('member')
    .select(['account_id', 'name', 'email', 'language', 'browser_language'])
    .where('user_id', '=', userId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (member === undefined) return;
  const language = readerLanguage(member, desk.headers);
  const { button, ...words } = mailWords[language].newPassword(member);
  await writeMail(desk, {
    accountId: member.account_id,
    to: member.email,
    language,
    ...words,
    button: { text: button, url: `${desk.house.publicUrl}/reset-password?token=${token}` },
  });
}
