import type { Desk } from '../../http/desk.ts';
import { writeMail } from '../mails/write-mail.ts';

/** Mails somebody the link with which they join the account. */
export async function mailInvitation(desk: Desk, email: string, token: string): Promise<void> {
  const { db, actor, house } = desk;
  const account = await db
    .selectFrom('account')
    .select('name')
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  await writeMail(desk, {
    accountId: actor.accountId,
    to: email,
    subject: `${actor.name} invites you to ${account.name} on Timegrove`,
    paragraphs: [
      `${actor.name} would like to track time together with you in ${account.name}.`,
      'Choose a name and a password, and you are in. The link works for fourteen days.',
    ],
    button: { text: 'Join the team', url: `${house.publicUrl}/join/${token}` },
  });
}
