import type { AccountId, MailId, RunId } from '@timegrove/domain/id.ts';

/** Work that happens after the answer. Lost wake-ups are made good by a sweep, so these may be lost. */
export interface Jobs {
  /** A run is waiting to be carried out. */
  wakeRun(run: { readonly accountId: AccountId; readonly runId: RunId }): Promise<void>;
  /** A mail is waiting to be sent. */
  wakeMail(mail: { readonly accountId: AccountId; readonly mailId: MailId }): Promise<void>;
}
