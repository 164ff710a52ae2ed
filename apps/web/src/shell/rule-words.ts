import { i18n } from '@lingui/core';
import type { Refusal } from '@timegrove/contract/errors.ts';
import { said } from './said.ts';

/** The sentence of a refusal in the reader's language; the server's own where it has no other. */
export function refusalText({ code, message, details }: Refusal): string {
  const id = `rule.${code}`;
  if (!(id in i18n.messages)) return message;
  const told = Object.entries(details ?? {}).map(([name, detail]) => [
    name,
    name === 'thing' || name === 'reason' ? said(String(detail)) : detail,
  ]);
  return i18n._(id, Object.fromEntries(told));
}
