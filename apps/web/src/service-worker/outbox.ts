import { deviceDatabase } from '@timegrove/contract/device/database.ts';
import { id } from '@timegrove/contract/fields.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { z } from 'zod';
import { openOutbox } from '../features/outbox/device-outbox.ts';
import { noticed } from '../features/timers/notification/noticed.ts';

// The Content-Security-Policy forbids eval, which zod would otherwise try for faster parsers.
z.config({ jitless: true });

interface Worker {
  outbox?: typeof outbox;
  readonly registration: {
    /** Only some browsers have it. */
    readonly sync?: { register(tag: string): Promise<void> };
  };
}

declare const self: Worker;

/** What the service worker does to time while no window is open. */
export const outbox = {
  /** Stops the timer of a notification, as its member and at this moment. @param data of the notification */
  async stop(data: unknown): Promise<void> {
    const { memberId, entry, ahead } = noticed.parse(data);
    const stoppedAt = new Date(Date.now() + ahead).toISOString();
    const params = { entryId: entry.id };
    const call = stopTimer.call({ params, body: { stoppedAt } }, { entry });
    const now = (): number => Date.parse(stoppedAt);
    const outcome = await withOutbox(memberId, now, async (one) => one.attempt(call));
    // Wakes this worker once the network is back.
    if (outcome.kind === 'kept') await self.registration.sync?.register('outbox');
  },
  /** Sends what waits on this device. @throws while something cannot be sent, so that the browser tries again */
  async sendAll(): Promise<void> {
    for (const memberId of await membersWhoWait()) {
      const end = await withOutbox(memberId, Date.now, async (one) => one.send());
      if (end === 'unreachable') throw new Error('The server is away.');
    }
  },
};

self.outbox = outbox;

async function withOutbox<T>(
  memberId: MemberId,
  now: () => number,
  work: (one: Outbox) => Promise<T>,
): Promise<T> {
  // What has landed is shown by the answers that the next window gets.
  const one = openOutbox(memberId, { now, refresh: async () => false });
  try {
    return await work(one);
  } finally {
    one.end();
  }
}

async function membersWhoWait(): Promise<readonly MemberId[]> {
  const device = await deviceDatabase();
  const items = await device.getAll('outbox');
  const known = items.flatMap(({ memberId }) => id('member').safeParse(memberId).data ?? []);
  return [...new Set(known)];
}
