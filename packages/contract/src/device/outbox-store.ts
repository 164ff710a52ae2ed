import { item as itemShape, type Item } from '../outbox/item.ts';
import { memoryStore, type OutboxStore } from '../outbox/store.ts';
import { deviceDatabase } from './database.ts';

const database: OutboxStore = {
  add: async (fresh) => {
    const device = await deviceDatabase();
    return { ...fresh, seq: await device.add('outbox', fresh) };
  },
  list: async (memberId) => {
    const device = await deviceDatabase();
    const stored = await device.getAllFromIndex('outbox', 'memberId', memberId);
    return stored.flatMap((value): readonly Item[] => {
      const item = itemShape.safeParse(value);
      return item.success ? [item.data] : [];
    });
  },
  put: async (item) => {
    const device = await deviceDatabase();
    await device.put('outbox', item);
  },
  remove: async (seq) => {
    const device = await deviceDatabase();
    await device.delete('outbox', seq);
  },
};

/** The outbox of this browser; where it keeps nothing, of this window. */
export const deviceStore: Promise<OutboxStore> = deviceDatabase().then(
  () => database,
  () => memoryStore(),
);

/** How many things done on this device wait for somebody to sign in, whoever that is. */
export async function countWaiting(): Promise<number> {
  try {
    const device = await deviceDatabase();
    const kept = await device.getAll('outbox');
    return kept.filter(({ landed }) => landed !== true).length;
  } catch {
    return 0;
  }
}
