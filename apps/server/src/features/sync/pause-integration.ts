import { failureSentence } from '@timegrove/domain/provider.ts';
import type { MailDesk } from '../mails/write-mail.ts';
import type { Work } from './engine.ts';
import { tellAdministrators, type Refusal } from './tell-administrators.ts';

/** Whose vendor refused, as far as a pause has to know. */
export type Refused = Pick<Work, 'accountId' | 'integrationId' | 'provider'>;

/** Rule 9: a refused credential stops the schedule, keeps the tree, and waits for a person. */
export async function pauseIntegration(
  desk: MailDesk,
  refused: Refused,
  refusal: Refusal,
): Promise<void> {
  const paused = await desk.db
    .updateTable('integration')
    .set({
      state: 'paused',
      next_run_at: null,
      paused_until: null,
      pause_reason: `${refused.provider.name} ${failureSentence(refusal)}`,
    })
    .where('account_id', '=', refused.accountId)
    .where('id', '=', refused.integrationId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (paused.numUpdatedRows > 0n) await tellAdministrators(desk, refused, refusal);
}
