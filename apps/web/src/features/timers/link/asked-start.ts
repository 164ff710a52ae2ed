import type { StartSearch } from './start-search.ts';

/** What is to be started; `open`: somebody has to choose. */
export type Asked =
  | { readonly kind: 'task'; readonly task: string; readonly note: string }
  | { readonly kind: 'last' | 'without-task' | 'open'; readonly note: string };

const longest = 5000;

/** Reads what an address asks for. What is shared becomes the note of a timer without a task. */
export function askedBy({ task, note = '', last, title, text, url }: StartSearch): Asked {
  if (task !== undefined) return { kind: 'task', task, note };
  if (last === true) return { kind: 'last', note };
  const shared = sharedText([title, text, url]);
  if (shared === '') return { kind: 'open', note };
  return { kind: 'without-task', note: shared };
}

/** What is shared in one line; a title or an address that the text has in it already is not said twice. */
function sharedText(parts: readonly (string | undefined)[]): string {
  const said = parts.flatMap((part) => part?.replaceAll(/\s+/g, ' ').trim() || []);
  const own = said.filter(
    (part, at) => !said.some((other, of) => of !== at && repeats(other, part, of < at)),
  );
  return own.join(' ').slice(0, longest);
}

function repeats(other: string, part: string, before: boolean): boolean {
  return other === part ? before : other.includes(part);
}
