import type { Item } from './item.ts';
import { standings, type Standing } from './line.ts';
import type { PassEnd } from './send-waiting.ts';

/** An item as a person sees it. */
export interface ListedItem {
  readonly item: Item;
  readonly standing: Standing | 'sending';
}

/** What the outbox holds at a moment; a new object whenever that changes. */
export interface Contents {
  /** What is not yet with the server, oldest first. */
  readonly listed: readonly ListedItem[];
  /** What is to be laid over the server's answers: the waiting, and the sent they do not show yet. */
  readonly pending: readonly Item[];
  /** How the last try to send ended. */
  readonly lastTry: PassEnd;
}

/** What was in the outbox before it was read for the first time. */
export const nothingYet: Contents = { listed: [], pending: [], lastTry: 'done' };

interface Held {
  readonly items: readonly Item[];
  /** Sent, and not yet shown by the server's answers. */
  readonly landed: readonly Item[];
  readonly sending: number | null;
  readonly lastTry: PassEnd;
}

/** Makes the contents of what an outbox holds. */
export function contentsOf({ items, landed, sending, lastTry }: Held): Contents {
  const stood = standings(items);
  const waiting = stood.flatMap(([item, standing]) => (standing === 'waiting' ? [item] : []));
  return {
    listed: stood.map(([item, standing]) => ({
      item,
      standing: item.seq === sending && standing === 'waiting' ? 'sending' : standing,
    })),
    pending: [...landed, ...waiting],
    lastTry,
  };
}
