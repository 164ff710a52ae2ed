import type { AccountId, MailId } from '@timegrove/domain/id.ts';
import type { Database } from '../../database/schema.ts';
import { PostFailure, type Post } from './post.ts';

/** What sending takes; no transaction is open while the mail server is awaited. */
export interface SendingDesk {
  readonly db: Database;
  /** Null: no mail server is configured, mails are kept. */
  readonly post: Post | null;
  readonly now: () => Date;
}

/** How a mail stands after an attempt: sent now or before, or kept in the Outbox. */
export type Sending = 'sent' | 'kept';

/**
 * Sends one mail, at least once. A failure is noted beside the mail and thrown on, for the job
 * runner to try again later. Once a mail is out, the secret in its link is forgotten.
 * @throws PostFailure
 */
export async function sendMail(
  desk: SendingDesk,
  { accountId, mailId }: { accountId: AccountId; mailId: MailId },
): Promise<Sending> {
  const mail = await desk.db
    .selectFrom('mail')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', mailId)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  if (mail === undefined) return 'sent';
  if (desk.post === null) return 'kept';
  const update = desk.db
    .updateTable('mail')
    .where('account_id', '=', accountId)
    .where('id', '=', mailId);
  try {
    await desk.post.send({ ...mail, to: mail.to_address });
  } catch (error) {
    if (error instanceof PostFailure) await update.set({ failure: error.message }).execute();
    throw error;
  }
  await update
    .set({ sent_at: desk.now(), failure: null, html: '', text: withoutSecret(mail.text) })
    .execute();
  return 'sent';
}

/** The last part of a mailed address lets its owner in, so only its beginning is kept. */
function withoutSecret(text: string): string {
  return text.replaceAll(/(https?:\/\/\S{0,500}?[/=][\w-]{4})[\w-]{16,}/g, '$1…');
}

/** The mails that still wait, oldest first: for the sweep that makes good lost wake-ups. */
export async function findWaitingMails(
  db: Database,
  limit: number,
): Promise<{ accountId: AccountId; mailId: MailId }[]> {
  return db
    .selectFrom('mail')
    .select(['account_id as accountId', 'id as mailId'])
    .where('sent_at', 'is', null)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}
