import { makeClient } from '@timegrove/contract/client.ts';
import { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import type { OutboxOptions } from '@timegrove/contract/outbox/surroundings.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { queryClient } from '../../shell/query-client.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { deviceStore } from '@timegrove/contract/device/outbox-store.ts';

const name = 'timegrove-outbox';
// A phone that has half lost its network waits for minutes otherwise.
const patience = 15_000;

let current: { readonly memberId: MemberId; readonly outbox: Outbox } | undefined;

/** The outbox of a member in this window; there is one, and only this member's. */
export function outboxOf(memberId: MemberId): Outbox {
  if (current?.memberId === memberId) return current.outbox;
  endOutbox();
  const outbox = new Outbox({
    memberId,
    client: clientOf(memberId),
    store: {
      add: async (item) => (await deviceStore).add(item),
      list: async (member) => (await deviceStore).list(member),
      put: async (item) => (await deviceStore).put(item),
      remove: async (seq) => (await deviceStore).remove(seq),
    },
    now: serverNow,
    alone,
    windows: otherWindows(),
    refresh,
  });
  current = { memberId, outbox };
  return outbox;
}

/** Ends sending, because nobody is signed in any more. What waits stays on the device. */
export function endOutbox(): void {
  current?.outbox.end();
  current = undefined;
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

const shown = [['timer'], ['entries']];

async function refresh(): Promise<boolean> {
  await Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const queries = shown.flatMap((queryKey) =>
    queryClient.getQueryCache().findAll({ queryKey, type: 'active' }),
  );
  return queries.every((query) => !query.state.isInvalidated);
}
