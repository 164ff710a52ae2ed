import { i18n } from '@lingui/core';
import type { Language } from '@timegrove/domain/people/language.ts';
import { messages as de } from './locales/de.po';
import { messages as en } from './locales/en.po';
import { messages as pl } from './locales/pl.po';

const catalogues = { en, de, pl };

/** Says everything on the buttons in a language from now on. */
export function speak(language: Language): void {
  if (i18n.locale === language) return;
  i18n.loadAndActivate({ locale: language, messages: catalogues[language] });
}
