import type { Language } from '@timegrove/domain/people/language.ts';
import { expect, test } from 'vitest';
import { readerLanguage } from './reader-language.ts';

test.each<[Language | null, string | undefined, Language]>([
  ['pl', 'de-DE,de;q=0.9', 'pl'],
  [null, undefined, 'en'],
  [null, '', 'en'],
  [null, 'de-DE,de;q=0.9,en;q=0.8', 'de'],
  [null, 'fr-FR,fr;q=0.9,pl;q=0.8,en;q=0.7', 'pl'],
  [null, 'en;q=0.2, DE-at;q=0.7', 'de'],
  [null, '*', 'en'],
  [null, 'fr', 'en'],
])('chosen %s and the browser says %s: %s', (chosen, header, language) => {
  const headers = new Headers(header === undefined ? {} : { 'accept-language': header });
  expect(readerLanguage(chosen, headers)).toBe(language);
});

test('without a browser it is English', () => {
  expect(readerLanguage(null)).toBe('en');
});
