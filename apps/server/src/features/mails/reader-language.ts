import { languages, type Language } from '@timegrove/domain/people/language.ts';

/**
 * The language to write to somebody in: the one they chose, else the first of a browser's that the
 * screens speak, else English. Whoever is invited chose nothing yet and is written to as the inviter reads.
 */
export function readerLanguage(chosen: Language | null, browser?: Headers): Language {
  return chosen ?? browserLanguage(browser?.get('accept-language') ?? '') ?? 'en';
}

/** Reads `pl;q=0.8,de-AT,fr;q=0.9`: what has no weight is wanted most. */
function browserLanguage(header: string): Language | undefined {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = rest.flatMap((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1] ?? [])[0];
    return { name: tag.toLowerCase().split('-')[0], weight: Number(weight ?? 1) };
  });
  return wanted
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ name }) => languages.find((language) => language === name) ?? [])[0];
}
