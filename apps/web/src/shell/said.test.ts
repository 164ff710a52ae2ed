import { i18n } from '@lingui/core';
import * as fields from '@timegrove/contract/fields.ts';
import { failureSentence, type Failure } from '@timegrove/domain/provider.ts';
import { beforeAll, expect, test } from 'vitest';
import { said } from './said.ts';
import { sayings } from './sayings.ts';

// A language in which every saying is its own words the other way round.
beforeAll(() => {
  const messages = Object.fromEntries(
    sayings.map((saying) => [`said.${saying}`, compiled(saying.split(' ').toReversed().join(' '))]),
  );
  i18n.loadAndActivate({ locale: 'de', messages });
});

/** A message as a built catalogue holds it: texts, and the names of what stands between them. */
function compiled(message: string): (string | [string])[] {
  return message.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : [part]));
}

test('a saying is said in the language of the screens, with its full stop', () => {
  expect(said('must not be empty')).toBe('empty be not must');
  expect(said('This run was cancelled.')).toBe('cancelled was run This.');
});

test('what a saying names stays, and a saying inside a saying is said too', () => {
  expect(said('Cancelled by Ada Linden.')).toBe('Ada Linden by Cancelled.');
  expect(said('Not everything could be read: Grove cannot be reached: no answer.')).toBe(
    'no answer reached: be cannot Grove read: be could everything Not.',
  );
});

test('what nobody translated stays as it was said', () => {
  expect(said('Bakery Sonntag')).toBe('Bakery Sonntag');
});

test.each([
  [fields.filled(3), ''],
  [fields.filled(3), 'long'],
  [fields.text(3), 'long'],
  [fields.email, 'ada'],
  [fields.zone, 'Moon'],
  [fields.day, '2026-02-30'],
])('the reason why a field refuses is translated (%#)', (field, typed) => {
  const reason = field.safeParse(typed).error?.issues[0]?.message ?? '';
  expect(said(reason)).not.toBe(reason);
});

test.each<Failure>([
  { word: 'unauthorized', reason: 'wrong' },
  { word: 'rate-limited', until: new Date(0) },
  { word: 'unreachable', reason: 'no answer' },
  { word: 'changed-shape', path: 'tasks[0]' },
  { word: 'gone', reason: 'deleted' },
])('a failure of a vendor is translated ($word)', (failure) => {
  const sentence = `Grove ${failureSentence(failure)}`;
  expect(said(sentence)).not.toBe(sentence);
});
