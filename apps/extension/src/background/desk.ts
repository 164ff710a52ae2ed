import type { Client } from '@timegrove/contract/client.ts';
import { nothingYet, type Contents } from '@timegrove/contract/outbox/contents.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import type { Outbox } from '@timegrove/contract/outbox/outbox.ts';
import { sentenceOf, refusalText } from '../language/words.ts';
import { askServer } from './ask-server.ts';
import { openOutbox } from './member-outbox.ts';
import type { Known, Memory } from './memory.ts';
import { makeReading, type Reading } from './read-anew.ts';
import { shownTimer, type ShownTimer } from './shown-timer.ts';

/** What every part of the background works with. */
export interface Desk {
  readonly memory: Memory;
  readonly ask: Client;
  readonly reading: Reading;
  known(): Known;
  contents(): Contents;
  outbox(): Outbox | null;
  timer(): ShownTimer | null;
  /** The server's time in milliseconds. */
  now(): number;
  /** Does something by way of the outbox; a refusal becomes the notice, also about a vendor's item. */
  act(call: Call | null, about?: string): Promise<void>;
  /** Does something that may fail; the reason becomes the notice, also about a vendor's item. */
  attempt(work: () => Promise<void>, about?: string): Promise<void>;
  /** Calls back after every change of what is to be shown. */
  subscribe(listener: () => void): void;
  /** Opens the outbox of the connected member; settles once it is there. */
  open(): Promise<void>;
}

/** Sets the desk up. @param followed the items that open pages show */
export function makeDesk(memory: Memory, followed: () => readonly string[]): Desk {
  const ask = askServer(memory);
  const reading = makeReading(memory, ask, followed);
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  memory.subscribe(changed);
  const line = outboxes({ memory, ask, reading, changed });
  const contents = (): Contents => line.current()?.contents() ?? nothingYet;
  const trouble = (text: string, about: string | null = null): void =>
    memory.change({ notice: { kind: 'trouble', text, about } });
  const attempt = async (work: () => Promise<void>, about?: string): Promise<void> => {
    if (memory.known().notice !== null) memory.change({ notice: null });
    try {
      await work();
    } catch (error) {
      trouble(sentenceOf(error), about);
    }
  };
  return {
    memory,
    ask,
    reading,
    known: () => memory.known(),
    contents,
    outbox: () => line.current(),
    timer: () => shownTimer(memory.known().running, contents()),
    now: () => Date.now() + memory.known().clockOffset,
    act: async (call, about) =>
      attempt(async () => {
        const outcome = call && (await line.current()?.attempt(call));
        if (outcome?.kind === 'refused') trouble(refusalText(outcome.refusal), about);
      }),
    attempt,
    subscribe: (listener) => void listeners.add(listener),
    open: async () => line.open(),
  };
}

interface OutboxNeeds {
  readonly memory: Memory;
  readonly ask: Client;
  readonly reading: Reading;
  readonly changed: () => void;
}

/** Keeps one outbox open: that of the member who is connected. */
function outboxes(needs: OutboxNeeds) {
  let memberId: string | null = null;
  let current: Outbox | null = null;
  const open = async (): Promise<void> => {
    const { connection } = needs.memory.known();
    if (connection?.memberId === memberId) return;
    current?.end();
    current = null;
    memberId = connection?.memberId ?? null;
    if (connection === null) return;
    const opened = await openOutbox(connection.memberId, needs);
    if (memberId === connection.memberId) current = opened;
    else opened.end();
  };
  return { open, current: () => current };
}
