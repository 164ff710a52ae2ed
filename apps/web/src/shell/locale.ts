import { i18n } from './language.ts';

/** The locale for dates and numbers: the browser's own where it speaks the language of the screens. */
export function regionalLocale(): string {
  const own = navigator.languages.find((language) => language.split('-')[0] === i18n.locale);
  return own ?? i18n.locale;
}
