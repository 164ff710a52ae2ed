import type { listMails as endpoint } from '@timegrove/contract/members.ts';
import type { Verb } from '../../http/bind.ts';

const newest = 100;

/** The Outbox: the newest mails of the account, with the text of those that have to be passed on by hand. */
export const listMails: Verb<typeof endpoint> = async ({ db, actor, house }) => {
  const mails = await db
    .selectFrom('mail')
    .select(['id', 'to_address', 'subject', 'text', 'created_at', 'sent_at', 'failure'])
    .where('account_id', '=', actor.accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(newest)
    .execute();
  return {
    configured: house.mailConfigured,
    mails: mails.map((mail) => ({
      id: mail.id,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.text,
      createdAt: mail.created_at.toISOString(),
      sentAt: mail.sent_at?.toISOString() ?? null,
      failure: mail.failure,
    })),
  };
};
