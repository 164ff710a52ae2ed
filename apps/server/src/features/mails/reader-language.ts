import { languages, type Language } from '@timegrove/domain/people/language.ts';

/** What is known of the languages of somebody who is written to. */
interface Reader {
  /** Chosen in the profile. */
  readonly language: Language | null;
  /** That of the browser they signed in with last. */
  readonly browser_language: Language | null;
}

/**
 * The language to write to somebody in: the chosen one, else that of the browser, else English.
 * Whoever is invited chose nothing yet and is written to as the inviter reads.
 * @param headers of the request that causes the mail, if the reader's browser sent it
 */
export function readerLanguage(reader: Reader, headers?: Headers): Language {
  const asking = headers === undefined ? null : browserLanguage(headers);
  return reader.language ?? asking ?? reader.browser_language ?? 'en';
}

/** The language that a browser wants most of those that the screens speak. */
export function browserLanguage(headers: Headers): Language | null {
  // Like `pl;q=0.8,de-AT,fr;q=0.9`, where what has no weight is wanted most.
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = rest.flatMap((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1] ?? [])[0];
    return { name: tag.toLowerCase().split('-')[0], weight: Number(weight ?? 1) };
  });
  const known = wanted
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ name }) => languages.find((language) => language === name) ?? []);
  return known[0] ?? null;
}
