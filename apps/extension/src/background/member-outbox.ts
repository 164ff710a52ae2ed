import type { Client } from '@timegrove/contract/client.ts';
import { deviceStore } from '@timegrove/contract/device/outbox-store.ts';
import { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import type { Memory } from './memory.ts';
import type { Reading } from './read-anew.ts';

interface OutboxNeeds {
  readonly memory: Memory;
  readonly ask: Client;
  readonly reading: Reading;
  /** Called whenever the contents have changed. */
  readonly changed: () => void;
}

/** Opens the outbox of a member in this browser. There is one background, so nobody else sends. */
export async function openOutbox(memberId: MemberId, needs: OutboxNeeds): Promise<Outbox> {
  const { memory, ask, reading, changed } = needs;
  const outbox = new Outbox({
    memberId,
    client: ask,
    store: await deviceStore,
    now: () => Date.now() + memory.known().clockOffset,
    alone: async (work) => work(),
    windows: { tell: () => undefined, listen: () => () => undefined },
    refresh: async () => reading.time(),
  });
  outbox.subscribe(changed);
  return outbox;
}
