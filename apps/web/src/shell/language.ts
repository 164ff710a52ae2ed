import { i18n } from '@lingui/core';
import { messages } from '../locales/en.po';

i18n.load('en', messages);
i18n.activate('en');

/** The language of the screens; English is the first and, so far, the only one. */
export { i18n };
