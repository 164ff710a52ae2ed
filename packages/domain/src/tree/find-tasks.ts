import { reachOf, searchWords } from './search.ts';

/** A task as far as a search looks at it. */
export interface Findable {
  readonly name: string;
  /** Names from the root to the parent. */
  readonly path: readonly string[];
  readonly keywords: readonly string[];
}

/**
 * Searches a list of tasks as the server searches the tree, for when it is away: the exact name
 * first, then names that begin with what was typed, then words that do, then the others and those
 * with such a keyword; last the tasks of which some words stand in the names above them.
 * @param recent how many at the head of the list were tracked on lately, the last one first
 */
export function findTasks<Task extends Findable>(
  tasks: readonly Task[],
  typed: string,
  { recent, limit }: { readonly recent: number; readonly limit: number },
): readonly Task[] {
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const ranked = tasks.flatMap((task, index) => {
    const rank = rankOf(task, words);
    return rank === null ? [] : [{ task, rank, place: index < recent ? index : recent }];
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.place - b.place ||
      a.task.name.length - b.task.name.length ||
      compare(a.task.name.toLowerCase(), b.task.name.toLowerCase()),
  );
  return ranked.slice(0, limit).map(({ task }) => task);
}

const separators = [' ', '-', '(', '/'];

function rankOf(task: Findable, words: readonly string[]): number | null {
  const [name, typed] = [task.name.toLowerCase(), words.join(' ').toLowerCase()];
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (words.every((word) => holds(task.name, word, separators))) {
    return words.every((word) => spaced(name).includes(spaced(word.toLowerCase()))) ? 2 : 3;
  }
  if (task.keywords.some((keyword) => keyword.toLowerCase().startsWith(typed))) return 3;
  return words.length === 1 ? null : rankByPath(task, words);
}

/** Each word stands in the name or above it, one at least in the name: the more there, the better. */
function rankByPath({ name, path }: Findable, words: readonly string[]): number | null {
  const own = words.filter((word) => holds(name, word, [' ']));
  if (own.length === 0) return null;
  const others = words.filter((word) => !own.includes(word));
  const found = others.every((word) => path.some((above) => holds(above, word, [' '])));
  return found ? 4 + others.length : null;
}

function holds(name: string, word: string, before: readonly string[]): boolean {
  const [low, sought] = [name.toLowerCase(), word.toLowerCase()];
  switch (reachOf(word)) {
    case 'anywhere':
      return low.includes(sought);
    case 'word-start': {
      const inner = word.length > 1 ? before : [' '];
      return low.startsWith(sought) || inner.some((one) => low.includes(one + sought));
    }
    case 'anywhere-unaided':
      return name.includes(word);
  }
}

/** With a space before each of its words, and nothing else between them. */
function spaced(low: string): string {
  return ` ${low.replaceAll(/[-(/]/g, ' ')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
