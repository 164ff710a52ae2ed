import { failureSentence, type Failure } from '@timegrove/domain/provider.ts';
import { writeMail, type MailDesk } from '../mails/write-mail.ts';
import type { Refused } from './pause-integration.ts';

/** Writes to every administrator that an integration waits for a new credential. */
export async function tellAdministrators(
  desk: MailDesk,
  { accountId, provider }: Refused,
  failure: Failure,
): Promise<void> {
  const administrators = await desk.db
    .selectFrom('member')
    .select(['email'])
    .where('account_id', '=', accountId)
    .where('role', '=', 'administrator')
    .where('active', '=', true)
    .execute();
  for (const { email } of administrators) {
    await writeMail(desk, {
      accountId,
      to: email,
      subject: `${provider.name} no longer accepts the credential`,
      paragraphs: [
        `${provider.name} ${failureSentence(failure)}`,
        'The synchronization has stopped. All imported tasks and all tracked time stay as they are.',
        provider.reenables === 'by-unlinking'
          ? `To go on, unlink ${provider.name} in its settings and enable it again.`
          : 'Give a new credential in the settings of the integration to go on.',
      ],
      button: {
        text: 'Open the settings',
        url: `${desk.house.publicUrl}/integrations/${provider.id}`,
      },
    });
  }
}
