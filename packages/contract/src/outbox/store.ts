import type { MemberId } from '@timegrove/domain/id.ts';
import type { Item } from './item.ts';

/** Where the outbox of a device is kept; what it has promised to keep survives the end of the program. */
export interface OutboxStore {
  /** Keeps an item behind all others and gives it its place. */
  add(item: Omit<Item, 'seq'>): Promise<Item>;
  /** Every item of a member, oldest first, with those that have landed. */
  list(memberId: MemberId): Promise<readonly Item[]>;
  /** Keeps an item at the place it has, instead of what was there. */
  put(item: Item): Promise<void>;
  remove(seq: number): Promise<void>;
}

/** A store that lasts as long as the program; for tests, and where a browser keeps nothing. */
export function memoryStore(): OutboxStore {
  const items = new Map<number, Item>();
  let last = 0;
  return {
    add: async (fresh) => {
      last += 1;
      const item = { ...fresh, seq: last };
      items.set(last, item);
      return item;
    },
    list: async (memberId) =>
      [...items.values()]
        .filter((item) => item.memberId === memberId)
        .toSorted((a, b) => a.seq - b.seq),
    put: async (item) => void items.set(item.seq, item),
    remove: async (seq) => void items.delete(seq),
  };
}
