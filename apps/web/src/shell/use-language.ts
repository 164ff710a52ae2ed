import type { Me } from '@timegrove/contract/session.ts';
import { useEffect } from 'react';
import { browserLanguage, speak } from './language.ts';

/** Speaks the member's language; the browser's where they chose none. */
export function useLanguage(me: Me | null | undefined): void {
  const language = me?.language;
  useEffect(() => {
    if (language !== undefined) void speak(language ?? browserLanguage());
  }, [language]);
}
