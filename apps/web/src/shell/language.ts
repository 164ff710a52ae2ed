import { i18n, type Messages } from '@lingui/core';
import { languages, type Language } from '@timegrove/domain/people/language.ts';

const catalogues: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
  pl: () => import('../locales/pl.po'),
};

const remembered = 'timegrove.language';
let wanted: Language | undefined;

/** The first language of the browser that the screens speak, else English. */
export function browserLanguage(): Language {
  const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
  const known = spoken.flatMap((own) => languages.find((language) => language === own) ?? []);
  return known[0] ?? 'en';
}

/** The language to begin with: the one of the last visit, so that no screen changes it while one looks. */
export function firstLanguage(): Language {
  const last = localStorage.getItem(remembered);
  return languages.find((language) => language === last) ?? browserLanguage();
}

/** Shows every text in a language from now on, and at the next visit. The last call wins. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const { messages } = await catalogues[language]();
  if (wanted !== language) return;
  // One language is written in many countries; dates and numbers stand as they do in the reader's own.
  const own = navigator.languages.filter((tag) => tag.split('-')[0] === language);
  i18n.loadAndActivate({
    locale: language,
    messages,
    locales: own.length === 0 ? [language] : own,
  });
  document.documentElement.lang = language;
  const manifest =
    language === 'en' ? '/manifest.webmanifest' : `/manifest.${language}.webmanifest`;
  document.querySelector('link[rel=manifest]')?.setAttribute('href', manifest);
  localStorage.setItem(remembered, language);
}

/** The language of the screens. */
export { i18n };
