import { makeClient } from '@timegrove/contract/client.ts';
import { deviceStore } from '@timegrove/contract/device/outbox-store.ts';
import { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import type { OutboxOptions } from '@timegrove/contract/outbox/surroundings.ts';
import type { MemberId } from '@timegrove/domain/id.ts';

const name = 'timegrove-outbox';
// A phone that has half lost its network waits for minutes otherwise.
const patience = 15_000;

/** Opens the outbox of a member in this browser, in a window or in the service worker. */
export function openOutbox(
  memberId: MemberId,
  { now, refresh }: Pick<OutboxOptions, 'now' | 'refresh'>,
): Outbox {
  return new Outbox({
    memberId,
    client: clientOf(memberId),
    store: {
      add: async (item) => (await deviceStore).add(item),
      list: async (member) => (await deviceStore).list(member),
      put: async (item) => (await deviceStore).put(item),
      remove: async (seq) => (await deviceStore).remove(seq),
    },
    now,
    alone,
    windows: otherWindows(),
    refresh,
  });
}

/** The server refuses what comes with somebody else's session. */
function clientOf(memberId: MemberId): OutboxOptions['client'] {
  return makeClient({
    server: '',
    headers: { 'x-timegrove-member': memberId },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
  });
}

/** Without a secure connection a browser has no locks; sending twice is harmless. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks: unknown = Reflect.get(navigator, 'locks');
  return locks === undefined ? work() : navigator.locks.request(name, work);
}

function otherWindows(): OutboxOptions['windows'] {
  const channel = new BroadcastChannel(name);
  return {
    tell: channel.postMessage.bind(channel),
    listen: (hear) => {
      const take = (event: MessageEvent): void => hear(event.data);
      channel.addEventListener('message', take);
      return () => {
        channel.removeEventListener('message', take);
        channel.close();
      };
    },
  };
}
