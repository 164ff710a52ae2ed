import { i18n } from '@lingui/core';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { messages as de } from '../locales/de.po';
import { messages as en } from '../locales/en.po';
import { messages as pl } from '../locales/pl.po';

// A background may not load more of itself later, so all catalogues come with it.
const catalogues = { en, de, pl };

/** The language to speak: the chosen one, else the member's, else the first of the browser that is known. */
export function chosenLanguage(chosen: Language | null, members: Language | null): Language {
  const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
  const known = spoken.flatMap((own) => languages.find((language) => language === own) ?? []);
  return chosen ?? members ?? known[0] ?? 'en';
}

/** Says everything in a language from now on. Dates and numbers stand as in the reader's own country. */
export function speak(language: Language): void {
  const own = navigator.languages.filter((tag) => tag.split('-')[0] === language);
  i18n.loadAndActivate({
    locale: language,
    messages: catalogues[language],
    locales: own.length === 0 ? [language] : own,
  });
}
