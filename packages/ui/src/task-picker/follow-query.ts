import type { PickedTask, TaskSource } from './picked-task.ts';

/** What the picker has to show. `asking` keeps the tasks of the answer before. */
export type TaskAnswer =
  | { readonly state: 'asking'; readonly tasks: readonly PickedTask[] }
  | { readonly state: 'found'; readonly query: string; readonly tasks: readonly PickedTask[] }
  | { readonly state: 'failed'; readonly reason: string; readonly tasks: readonly [] };

/** How long nothing must be typed before the server is asked, in milliseconds. */
export const pause = 120;

/**
 * Asks for what was typed after a short pause; an empty query asks for the recent tasks at once.
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
    const tasks = query === '' ? await source.recent() : await source.search(query);
    return { state: 'found', query, tasks };
  } catch (error) {
    return { state: 'failed', reason: error instanceof Error ? error.message : '', tasks: [] };
  }
}
