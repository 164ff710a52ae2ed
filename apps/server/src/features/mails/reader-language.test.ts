import type { Language } from '@timegrove/domain/people/language.ts';
import { expect, test } from 'vitest';
import { readerLanguage } from './reader-language.ts';

test.each<[Language | null, string, Language | null, Language]>([
  ['pl', 'de-DE,de;q=0.9', 'en', 'pl'],
  [null, '', null, 'en'],
  [null, '', 'pl', 'pl'],
  [null, 'de-DE,de;q=0.9,en;q=0.8', 'pl', 'de'],
  [null, 'fr-FR,fr;q=0.9,pl;q=0.8,en;q=0.7', null, 'pl'],
  [null, 'en;q=0.2, DE-at;q=0.7', null, 'de'],
  [null, '*', null, 'en'],
  [null, 'fr', 'de', 'de'],
])(
  'chosen %s, the browser says “%s”, last time it was %s: %s',
  (chosen, header, last, language) => {
    const headers = new Headers({ 'accept-language': header });
    const reader = { language: chosen, browser_language: last };
    expect(readerLanguage(reader, headers)).toBe(language);
  },
);

test('without a request it is that of the last browser', () => {
  expect(readerLanguage({ language: null, browser_language: 'de' })).toBe('de');
});
