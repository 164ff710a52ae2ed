import type { TaskId } from '@timegrove/domain/id.ts';
import type { ItemState } from '../messages.ts';

/** Why the button cannot start on the item. */
export type Why =
  | 'not-connected'
  | 'refused'
  | 'away'
  | 'unknown'
  | 'still-unknown'
  | 'unknown-by-hand'
  | 'archived'
  | 'not-assigned'
  | 'no-integration'
  | 'several';

/** What a person can do with a button. */
export type Offer =
  | { readonly to: 'connect' | 'synchronize' | 'choose-task' | 'stop' }
  /** Null: the item's own task. */
  | { readonly to: 'start'; readonly taskId: TaskId | null; readonly words: string };

/** What a button shows of an item, and what a press on it does. */
export type Face =
  | { readonly is: 'asking' }
  | { readonly is: 'start' }
  | { readonly is: 'stop'; readonly since: number; readonly waiting: boolean }
  | { readonly is: 'stopping' }
  | { readonly is: 'explain'; readonly why: Why; readonly offers: readonly Offer[] };

const choose: Offer = { to: 'choose-task' };

/**
 * The face of an item in a state; undefined is the time before the first answer.
 * @param sought whether the vendors were read anew in vain
 */
export function faceOf(state: ItemState | undefined, sought: boolean): Face {
  if (state === undefined) return { is: 'asking' };
  if (state.connection === 'none') return explain('not-connected', { to: 'connect' });
  if (state.connection === 'refused') return explain('refused', { to: 'connect' });
  if (state.waiting === 'stop') return { is: 'stopping' };
  if (state.running === 'this' && state.startedAt !== null) {
    const since = Date.parse(state.startedAt) - state.clockOffset;
    return { is: 'stop', since, waiting: state.waiting === 'start' };
  }
  return faceAtRest(state, sought);
}

function faceAtRest({ state, hourly, choices }: ItemState, sought: boolean): Face {
  switch (state) {
    case 'asking':
      return { is: 'asking' };
    case 'known':
      return { is: 'start' };
    case 'away':
      return explain('away');
    case 'unknown':
      if (!hourly) return explain('unknown-by-hand', choose);
      return explain(sought ? 'still-unknown' : 'unknown', { to: 'synchronize' }, choose);
    case 'archived':
    case 'not-assigned':
    case 'no-integration':
      return explain(state, choose);
    case 'several':
      return explain('several', ...choices.map(startOn), choose);
  }
}

function startOn({ id, name, path }: ItemState['choices'][number]): Offer {
  return { to: 'start', taskId: id, words: path === '' ? name : `${path} › ${name}` };
}

function explain(why: Why, ...offers: readonly Offer[]): Face {
  return { is: 'explain', why, offers };
}
