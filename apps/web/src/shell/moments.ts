import { i18n } from '@lingui/core';
import { said } from './said.ts';

const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Gives a sentence of the server with its moments as the reader's own clock has them. */
export function withMoments(sentence: string): string {
  return said(sentence).replace(moment, (at) =>
    i18n.date(
      at,
      isToday(at) ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
    ),
  );
}

function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
