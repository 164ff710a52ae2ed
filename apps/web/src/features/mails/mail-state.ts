import type { Output } from '@timegrove/contract/endpoint.ts';
import type { listMails } from '@timegrove/contract/members.ts';

/** One mail as the server shows it. */
export type Mail = Output<typeof listMails>['mails'][number];

/** How a mail stands: on its way, gone, kept because nothing can be sent, or refused. */
export type MailState = 'sent' | 'failed' | 'waiting' | 'kept';

/** Reads how a mail stands. */
export function mailState(mail: Pick<Mail, 'sentAt' | 'failure'>, configured: boolean): MailState {
  if (mail.sentAt !== null) return 'sent';
  if (mail.failure !== null) return 'failed';
  return configured ? 'waiting' : 'kept';
}

/** A stretch of a mail's text: plain, or an address to follow. */
export type TextPart =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'link'; readonly text: string };

/** Cuts a text at its web addresses; put together again the parts are the text. */
export function textParts(text: string): readonly TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .filter((part) => part !== '')
    .map((part) => ({ type: /^https?:\/\//.test(part) ? 'link' : 'words', text: part }));
}
