import type { Failure } from '@timegrove/domain/provider.ts';
import { readerLanguage } from '../mails/reader-language.ts';
import { mailWords } from '../mails/words/mail-words.ts';
import { writeMail, type MailDesk } from '../mails/write-mail.ts';
import type { Refused } from './pause-integration.ts';

/** That the vendor does not accept the credential, and why. */
export type Refusal = Extract<Failure, { word: 'unauthorized' }>;

/** Writes to every administrator that an integration waits for a new credential. */
export async function tellAdministrators(
  desk: MailDesk,
  { accountId, provider }: Refused,
  { reason }: Refusal,
): Promise<void> {
  const administrators = await desk.db
    .selectFrom('member')
    .select(['email', 'language', 'browser_language'])
    .where('account_id', '=', accountId)
    .where('role', '=', 'administrator')
    .where('active', '=', true)
    .execute();
  const { name: vendor, reenables } = provider;
  for (const { email, ...reader } of administrators) {
    const language = readerLanguage(reader);
    const { button, ...words } = mailWords[language].credentialRefused({
      vendor,
      reason,
      reenables,
    });
    await writeMail(desk, {
      accountId,
      to: email,
      language,
      ...words,
      button: { text: button, url: `${desk.house.publicUrl}/integrations/${provider.id}` },
    });
  }
}
