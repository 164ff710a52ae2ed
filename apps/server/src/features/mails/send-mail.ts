import type { AccountId, MailId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Database, Db } from '../../database/schema.ts';
import { PostFailure, type Post } from './post.ts';

/** What sending takes; no transaction is open while the mail server is awaited. */
export interface SendingDesk {
  readonly db: Database;
  /** Null: no mail server is configured, mails are kept. */
  readonly post: Post | null;
  readonly now: () => Date;
}

/** Names one mail. */
export interface MailKey {
  readonly accountId: AccountId;
  readonly mailId: MailId;
}

/** How a mail stands: sent now or before, kept in the Outbox, or just being sent by somebody else. */
export type Sending = 'sent' | 'kept' | 'busy';

/**
 * Sends one mail, at least once; of several who try at the same time, also in other processes, one
 * does. A failure is noted beside the mail and thrown on, for the job runner to try again later.
 * @throws PostFailure
 */
export async function sendMail({ db, post, now }: SendingDesk, key: MailKey): Promise<Sending> {
  if (post === null) return 'kept';
  // The lock belongs to the connection, so it ends with a process that is killed meanwhile.
  return db.connection().execute(async (connection) => {
    const lock = sql`hashtextextended(${key.mailId}, 0)`;
    const { rows } = await sql<{
      free: boolean;
    }>`select pg_try_advisory_lock(${lock}) as free`.execute(connection);
    if (rows[0]?.free !== true) return 'busy';
    try {
      return await sendOnce(connection, post, now, key);
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
  });
}

async function sendOnce(
  db: Db,
  post: Post,
  now: () => Date,
  { accountId, mailId }: MailKey,
): Promise<Sending> {
  const mail = await db
    .selectFrom('mail')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', mailId)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  if (mail === undefined) return 'sent';
  const update = db
    .updateTable('mail')
    .where('account_id', '=', accountId)
    .where('id', '=', mailId);
  try {
    await post.send({ ...mail, to: mail.to_address });
  } catch (error) {
    if (error instanceof PostFailure) await update.set({ failure: error.message }).execute();
    throw error;
  }
  await update
    .set({ sent_at: now(), failure: null, html: '', text: withoutSecret(mail.text) })
    .execute();
  return 'sent';
}

/** Once a mail is out, the end of its link, which lets its receiver in, is forgotten here. */
function withoutSecret(text: string): string {
  return text.replaceAll(/(https?:\/\/\S{0,500}?[/=][\w-]{4})[\w-]{16,}/g, '$1…');
}
