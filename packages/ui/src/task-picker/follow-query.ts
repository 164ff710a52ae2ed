import type { OfferedTask, TaskSource } from './picked-task.ts';

interface Found {
  readonly query: string;
  readonly tasks: readonly OfferedTask[];
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
 * Asks for what was typed after a short pause; an empty query asks for the favourites and the recent
 * tasks at once.
 * @returns ends it: an answer that comes later is never told
 */
export function followQuery(
  source: TaskSource,
  typed: string,
  tell: (answer: TaskAnswer) => void,
): () => void {
  const query = typed.trim();
  let over = false;
  const ask = async (): Promise<void> => {
    const answer = await answerOf(source, query);
    if (!over) tell(answer);
  };
  const timer = setTimeout(() => void ask(), query === '' ? 0 : pause);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

async function answerOf(source: TaskSource, query: string): Promise<TaskAnswer> {
  try {
    if (query === '') return { state: 'found', query, ...(await atHand(source)) };
    return { state: 'found', query, tasks: await source.search(query), favourites: 0 };
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
