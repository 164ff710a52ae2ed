import type { MemberId } from '@timegrove/domain/id.ts';
import type { Client } from '../client.ts';
import type { OutboxStore } from './store.ts';

/** What an outbox needs of its surroundings. */
export interface OutboxOptions {
  readonly memberId: MemberId;
  /** A client whose requests only this member's session is let in with. */
  readonly client: Client;
  readonly store: OutboxStore;
  /** The server's time in milliseconds. */
  readonly now: () => number;
  /** Runs work while no other window of this device does. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Tells the other windows of this device something, and hears what they tell. */
  readonly windows: {
    tell(message: unknown): void;
    listen(hear: (message: unknown) => void): () => void;
  };
  /** Asks the server anew for what a deed can have changed; true once all of it has been answered. */
  readonly refresh: () => Promise<boolean>;
}
