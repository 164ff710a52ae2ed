import { Client } from 'pg';
import { newsChannel } from './transaction.ts';

/** A connection that listens for committed news until it is closed. */
export interface Listener {
  close(): Promise<void>;
}

interface Hearing {
  /** A piece of news. */
  readonly hear: (payload: string) => void;
  /** Listening (again); whatever was said before may have been missed. */
  readonly listening: () => void;
}

const retryMs = 500;

/** Listens on a connection of its own and comes back by itself when that connection breaks. */
export async function listen(url: string, hearing: Hearing): Promise<Listener> {
  let closed = false;
  let client: Client | undefined;
  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('notification', ({ payload }) => payload !== undefined && hearing.hear(payload));
    next.on('error', () => {});
    next.on('end', () => void retry());
    await next.connect();
    await next.query(`listen ${newsChannel}`);
    hearing.listening();
  };
  const retry = async (): Promise<void> => {
    if (closed) return;
    await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    // A failed attempt ends its connection too, and `end` calls here again.
    if (!closed) await connect().catch(() => client?.end());
  };
  await connect();
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
