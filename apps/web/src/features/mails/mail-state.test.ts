import { expect, test } from 'vitest';
import { mailState, textParts } from './mail-state.ts';

test.each([
  [{ sentAt: '2026-03-01T10:00:00Z', failure: null }, true, 'sent'],
  [{ sentAt: '2026-03-01T10:00:00Z', failure: 'first try failed' }, true, 'sent'],
  [{ sentAt: null, failure: 'refused' }, true, 'failed'],
  [{ sentAt: null, failure: null }, true, 'waiting'],
  [{ sentAt: null, failure: null }, false, 'kept'],
] as const)('%o with a mail server: %s is %s', (mail, configured, state) => {
  expect(mailState(mail, configured)).toBe(state);
});

test('addresses in a text become links, without the full stop after them', () => {
  expect(textParts('Join: http://a.example/join/x_1-2. Bye')).toEqual([
    { type: 'words', text: 'Join: ' },
    { type: 'link', text: 'http://a.example/join/x_1-2' },
    { type: 'words', text: '. Bye' },
  ]);
});

test('a text without an address stays as it is', () => {
  expect(textParts('javascript:alert(1)')).toEqual([
    { type: 'words', text: 'javascript:alert(1)' },
  ]);
});
