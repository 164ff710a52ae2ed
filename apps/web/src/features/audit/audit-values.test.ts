import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import { fieldText, valueText } from './audit-values.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

it.each([
  [null, '–'],
  ['', '–'],
  ['EUR', 'EUR'],
  [false, 'false'],
  [8, '8'],
  [['read', 'track'], '["read","track"]'],
])('%j stands in the log as %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});

it('names a field in words', () => {
  expect(fieldText('lockAfterDays')).toBe('lock after days');
  expect(fieldText('name')).toBe('name');
});
