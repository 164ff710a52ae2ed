import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { withMoments } from './moments.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('a moment of today is told by the clock, one of another day with its date', () => {
  const now = new Date();
  const clock = i18n.date(now, { timeStyle: 'short' });
  expect(withMoments(`Asks to wait until ${now.toISOString()}.`)).toBe(
    `Asks to wait until ${clock}.`,
  );
  expect(withMoments('Next try 2020-05-17T12:00:00Z')).toMatch(/^Next try May 17, 2020, \d/);
});

test('a sentence without a moment stays as it is', () => {
  expect(withMoments('The 2027-01-01 report')).toBe('The 2027-01-01 report');
});
