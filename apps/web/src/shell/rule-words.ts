import { i18n } from '@lingui/core';
import type { Refusal } from '@timegrove/contract/errors.ts';

/** The sentence of a refusal in the reader's language; the server's own where it has no other. */
export function refusalText({ code, message, details }: Refusal): string {
  const id = `rule.${code}`;
  return id in i18n.messages ? i18n._(id, details) : message;
}
