import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface DeviceSchema extends DBSchema {
  /** What members did, by its place in the outbox. */
  outbox: { key: number; value: Record<string, unknown>; indexes: { memberId: string } };
  /** Whatever else is kept, by a name. */
  kept: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined;

/** The database of this browser that outlives the window. @throws where the browser keeps nothing */
export async function deviceDatabase(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('timegrove', 1, {
    upgrade(database) {
      const outbox = database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
      outbox.createIndex('memberId', 'memberId');
      database.createObjectStore('kept');
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

/** Gives what is kept under a name; undefined where there is nothing, or no way to keep things. */
export async function readKept(name: string): Promise<unknown> {
  try {
    const database = await deviceDatabase();
    return await database.get('kept', name);
  } catch {
    return undefined;
  }
}

/** Keeps something under a name; undefined forgets it. Where the browser keeps nothing, nothing happens. */
export async function keep(name: string, value: unknown): Promise<void> {
  try {
    const database = await deviceDatabase();
    if (value === undefined) await database.delete('kept', name);
    else await database.put('kept', value, name);
  } catch {
    // What is kept only makes the app quicker, and usable without a connection.
  }
}
