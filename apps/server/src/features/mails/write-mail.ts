import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, MailId } from '@timegrove/domain/id.ts';
import type { Wishes } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import type { House } from '../../house.ts';
import { renderLetter, type Letter } from './letter.ts';

/** What writing a mail takes of a desk, or of a job that has none. */
export interface MailDesk extends Pick<Wishes, 'afterCommit'> {
  readonly db: Db;
  readonly now: Date;
  readonly house: Pick<House, 'publicUrl' | 'jobs'>;
}

/** A letter and the one address it goes to. */
export interface Addressed extends Letter {
  readonly accountId: AccountId;
  readonly to: string;
}

/** Writes a mail inside the caller's transaction and has it sent once that commits. */
export async function writeMail(desk: MailDesk, mail: Addressed): Promise<MailId> {
  const { accountId, to } = mail;
  const mailId = newId<'mail'>();
  const { subject, text, html } = renderLetter(mail, desk.house.publicUrl);
  await desk.db
    .insertInto('mail')
    .values({
      account_id: accountId,
      id: mailId,
      to_address: to,
      subject,
      text,
      html,
      created_at: desk.now,
    })
    .execute();
  desk.afterCommit(async () => desk.house.jobs.wakeMail({ accountId, mailId }));
  return mailId;
}
