import { i18n } from '@lingui/core';
import { messages } from '../locales/en.po';

i18n.load('en', messages);
const own = navigator.languages.filter((language) => language.split('-')[0] === 'en');
// English is written in many countries; dates and numbers stand as they do in the reader's own.
i18n.activate('en', own.length === 0 ? ['en'] : own);

/** The language of the screens; English is the first and, so far, the only one. */
export { i18n };
