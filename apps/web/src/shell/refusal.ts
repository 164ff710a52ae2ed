import { i18n } from '@lingui/core';
import { notifications } from '@mantine/notifications';
import { Refused, Unreachable } from '@timegrove/contract/client.ts';
import { sentence, Unfit } from './fit.ts';
import { withMoments } from './moments.ts';
import { refusalText } from './rule-words.ts';

/** Gives the sentence to show for anything that went wrong; the rule's own where a rule was broken. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return withMoments(refusalText(error.refusal));
  if (error instanceof Unreachable) return away();
  if (error instanceof Unfit) return error.message;
  return broken();
}

// Written out instead of by macro, so that tests of this file run as they are.
function away(): string {
  return i18n._('server-away', {}, { message: 'The server cannot be reached at the moment.' });
}

function broken(): string {
  return i18n._(
    'window-broken',
    {},
    { message: 'Something went wrong in this window. Reload the page and try again.' },
  );
}

/** Shows why something was not done. */
export function showRefusal(error: unknown): void {
  notifications.show({ color: 'red', message: sentenceOf(error), autoClose: 8000 });
}

/** Shows that something was done, where the screen itself does not show it. */
export function showDone(message: string): void {
  notifications.show({ color: 'grove', message, autoClose: 4000 });
}

const fieldOfRule: Readonly<Record<string, string>> = {
  'password-too-short': 'password',
  'password-wrong': 'current',
  'email-taken': 'email',
  'invitation-for-member': 'email',
  'invitation-exists': 'email',
  'group-name-taken': 'name',
  'task-name-needed': 'name',
  'task-name-too-long': 'name',
  'entry-ends-before-start': 'stoppedAt',
};

/**
 * Gives the refusal's sentence by the name of the field it is about, e.g. `{ email: '…' }`; empty
 * when it is about no single field, then show it with `showRefusal`.
 */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof Unfit) return error.fields;
  if (!(error instanceof Refused)) return {};
  const { code, field, details } = error.refusal;
  const name = field?.replace(/^(body|query|params)\./, '') ?? fieldOfRule[code];
  if (name === undefined) return {};
  const reason = details?.['reason'];
  return {
    [name]:
      code === 'input-invalid' && reason !== undefined
        ? sentence(String(reason))
        : sentenceOf(error),
  };
}
