import { cleanName } from './task-name.ts';

/** How many words of a search are heard. */
const mostWords = 8;

/** The different words of what somebody typed into a search, in their order. */
export function searchWords(typed: string): string[] {
  const words = cleanName(typed)
    .split(' ')
    .filter((word) => word !== '');
  const different = new Map(words.map((word) => [word.toLowerCase(), word]));
  return [...different.values()].slice(0, mostWords);
}

/** Writes text so that an SQL LIKE takes it literally; `\` is LIKE's default escape. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The SQL LIKE pattern of every text that holds this one. */
export function containing(text: string): string {
  return `%${likeText(text)}%`;
}

const threeInARow = /[\p{Alphabetic}\p{N}]{3}/u;
const spacedScript = /[\p{Lu}\p{Ll}\p{Lt}\p{Nd}]/u;

/** How a word is looked for in names. */
type Reach = 'anywhere' | 'word-start' | 'anywhere-unaided';

/**
 * Tells how a word is looked for. An index of names by three letters in a row finds most words
 * anywhere. One or two letters occur inside almost every name, so they count at the start of a word.
 * Symbols, and words of scripts that often put no spaces between words, are found anywhere without
 * the help of that index; such a word is the same in small and capital letters.
 */
export function reachOf(word: string): Reach {
  if (threeInARow.test(word)) return 'anywhere';
  return spacedScript.test(word) ? 'word-start' : 'anywhere-unaided';
}
