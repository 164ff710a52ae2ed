import type { Branch, OfferedTask, TaskSource } from './picked-task.ts';

/** What the picker is asked for. */
export interface Question {
  readonly typed: string;
  /** The branch that is looked into while nothing is typed; empty: the projects; null: none. */
  readonly way: readonly OfferedTask[] | null;
}

interface Found extends Branch {
  readonly query: string;
  readonly way: Question['way'];
  /** How many at the head of the tasks are favourites. */
  readonly favourites: number;
}

/** What the picker has to show. `asking` keeps what was found before. */
export type TaskAnswer =
  | (Found & { readonly state: 'asking' | 'found' })
  | { readonly state: 'failed'; readonly reason: string };

/** How long nothing must be typed before the server is asked, in milliseconds. */
export const pause = 120;

/**
 * Asks for what was typed after a short pause; an empty query asks at once for what lies in the
 * branch, or for the favourites and the recent tasks.
 * @returns ends it: an answer that comes later is never told
 */
export function followQuery(
  source: TaskSource,
  { typed, way }: Question,
  tell: (answer: TaskAnswer) => void,
): () => void {
  const query = typed.trim();
  let over = false;
  const ask = async (): Promise<void> => {
    const answer = await answerOf(source, query, way);
    if (!over) tell(answer);
  };
  const timer = setTimeout(() => void ask(), query === '' ? 0 : pause);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

async function answerOf(
  source: TaskSource,
  query: string,
  way: Question['way'],
): Promise<TaskAnswer> {
  const plain = { state: 'found', query, way, favourites: 0, more: false } as const;
  try {
    if (query !== '') return { ...plain, tasks: await source.search(query) };
    if (way === null) return { ...plain, ...(await atHand(source)) };
    return { ...plain, ...(await source.below(way.at(-1) ?? null)) };
  } catch (error) {
    return { state: 'failed', reason: error instanceof Error ? error.message : '' };
  }
}

async function atHand(source: TaskSource): Promise<Pick<Found, 'tasks' | 'favourites'>> {
  const [favourites, recent] = await Promise.all([source.favourites(), source.recent()]);
  const kept = new Set(favourites.map((task) => task.id));
  const others = recent.filter((task) => !kept.has(task.id));
  return { tasks: [...favourites, ...others], favourites: favourites.length };
}
