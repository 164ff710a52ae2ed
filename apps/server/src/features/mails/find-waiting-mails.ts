import { sql } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { MailKey } from './send-mail.ts';

/**
 * The mails that a sweep once a minute should send, oldest first: those that nobody tried, and
 * those that failed, at doubling intervals of their age. After three days a mail is left alone.
 */
export async function findWaitingMails(db: Database, now: Date, limit: number): Promise<MailKey[]> {
  const minutes = sql<number>`floor(extract(epoch from ${now}::timestamptz - created_at) / 60)`;
  return (
    db
      .selectFrom('mail')
      .select(['account_id as accountId', 'id as mailId'])
      .where('sent_at', 'is', null)
      .where(sql<boolean>`${minutes} between 1 and 3 * 24 * 60`)
      // The age in minutes is a power of two: it has no bit in common with its predecessor.
      .where(sql<boolean>`(failure is null or ${minutes}::int & (${minutes}::int - 1) = 0)`)
      .orderBy('created_at')
      .limit(limit)
      .execute()
  );
}
