import { z } from 'zod';
import type { Refusal } from '../errors.ts';
import { contentsOf, nothingYet, type Contents } from './contents.ts';
import { newId } from '../new-id.ts';
import { item as itemShape, type Call, type Item } from './item.ts';
import { Landed } from './landed.ts';
import { withFollowers } from './line.ts';
import { sendWaiting, type Line, type PassEnd } from './send-waiting.ts';
import type { OutboxOptions } from './surroundings.ts';

/** What became of an item: `kept` was tried in vain and waits. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly item: Item; readonly refusal: Refusal };

const message = z.union([
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('sent'), item: itemShape }),
]);

const firstWait = 1000;
const longestWait = 30_000;

/**
 * What a member did and the server may not know yet. Everything is stored before it is sent, goes
 * out in its order, by one window at a time, and leaves only once the server has it or a person
 * drops it.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #listeners = new Set<() => void>();
  readonly #awaited = new Map<number, (outcome: Outcome) => void>();
  readonly #landed: Landed;
  readonly #unlisten: () => void;
  #items: readonly Item[] = [];
  #contents = nothingYet;
  #sending: number | null = null;
  #lastTry: PassEnd = 'done';
  #running = false;
  #again = false;
  #ended = false;
  #wait = firstWait;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { store, refresh } = options;
    this.#landed = new Landed({ store, refresh, changed: () => this.#show() });
    this.#unlisten = options.windows.listen((heard) => void this.#hear(heard));
    void this.#read().then(() => this.wake());
  }

  /** What it holds now; the same object until that changes. */
  contents(): Contents {
    return this.#contents;
  }

  /** Calls back whenever the contents have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps a call and sends it as soon as that can be. Settles once it is kept. */
  async put(call: Call): Promise<Item> {
    const item = await this.#keep(call);
    this.wake();
    return item;
  }

  /** Keeps a call and tells what became of its first try. */
  async attempt(call: Call): Promise<Outcome> {
    const { seq } = await this.#keep(call);
    // Another window may have been sending just then.
    if (!this.#items.some((item) => item.seq === seq)) return { kind: 'sent' };
    const outcome = new Promise<Outcome>((tell) => this.#awaited.set(seq, tell));
    this.wake();
    return outcome;
  }

  /** Sends now what waits: there is hope that the server answers. */
  wake(): void {
    clearTimeout(this.#retry);
    this.#again = true;
    if (!this.#running && !this.#ended) void this.#run();
    if (this.#landed.items().length > 0) this.#landed.askSoon();
  }

  /** Sends what waits, once, and tells how that ended. */
  async send(): Promise<PassEnd> {
    return this.#pass();
  }

  /** Sends a set-aside item once more, corrected if a call is given. */
  async retry(item: Item, call: Call = item): Promise<void> {
    const { deed, given, scene } = call;
    await this.#options.store.put({ ...item, deed, given, scene, refusal: null });
    await this.#changed();
    this.wake();
  }

  /** Takes an item out, with what makes no sense without it. @returns what was taken out */
  async drop(item: Item): Promise<readonly Item[]> {
    const dropped = withFollowers(this.#items, item);
    for (const { seq } of dropped) await this.#options.store.remove(seq);
    await this.#changed();
    this.wake();
    return dropped;
  }

  /** Puts dropped items back to their places. */
  async restore(items: readonly Item[]): Promise<void> {
    for (const item of items) await this.#options.store.put(item);
    await this.#changed();
    this.wake();
  }

  /** Stops sending; what waits stays stored. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#landed.end();
    this.#unlisten();
  }

  async #keep(call: Call): Promise<Item> {
    const { memberId, now, store } = this.#options;
    const at = new Date(now()).toISOString();
    const item = await store.add({ ...call, key: newId(), memberId, at, refusal: null });
    await this.#changed();
    return item;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again && !this.#ended) {
      this.#again = false;
      this.#lastTry = await this.#pass();
    }
    this.#running = false;
    this.#tellKept();
    this.#show();
    if (this.#lastTry === 'done') this.#wait = firstWait;
    else if (this.#lastTry !== 'signed-out' && !this.#ended) this.#retryLater();
  }

  async #pass(): Promise<PassEnd> {
    try {
      return await this.#options.alone(async () =>
        this.#ended ? 'done' : sendWaiting(this.#line()),
      );
    } catch {
      // The store failed. What it holds is safe; it is asked again after the wait.
      return 'stumbled';
    } finally {
      this.#sending = null;
    }
  }

  #retryLater(): void {
    this.#retry = setTimeout(() => this.wake(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #line(): Line {
    const { client, store, windows } = this.#options;
    return {
      client,
      list: async () => (this.#ended ? [] : this.#list()),
      begin: (item) => {
        this.#sending = item.seq;
        this.#show();
      },
      done: async (item) => {
        await store.put({ ...item, landed: true });
        windows.tell({ kind: 'sent', item });
        this.#land(item);
      },
      setAside: async (item, refusal) => {
        await store.put({ ...item, refusal });
        await this.#changed();
        this.#landed.askSoon();
      },
    };
  }

  #land(item: Item): void {
    if (this.#landed.has(item)) return;
    this.#wait = firstWait;
    this.#items = this.#items.filter(({ seq }) => seq !== item.seq);
    this.#landed.add(item);
    this.#tell(item.seq, { kind: 'sent' });
    this.#show();
  }

  async #hear(heard: unknown): Promise<void> {
    const parsed = message.safeParse(heard);
    if (!parsed.success) return;
    if (parsed.data.kind === 'changed') await this.#read();
    else if (parsed.data.item.memberId === this.#options.memberId) this.#land(parsed.data.item);
  }

  async #changed(): Promise<void> {
    this.#options.windows.tell({ kind: 'changed' });
    await this.#read();
  }

  async #read(): Promise<void> {
    this.#items = await this.#list();
    for (const item of this.#items) {
      if (item.refusal !== null)
        this.#tell(item.seq, { kind: 'refused', item, refusal: item.refusal });
    }
    this.#show();
  }

  /** What waits. What another program has sent, without its newer answers, counts as landed here too. */
  async #list(): Promise<readonly Item[]> {
    const kept = await this.#options.store.list(this.#options.memberId);
    for (const item of kept) if (item.landed) this.#land(item);
    return kept.filter((item) => !this.#landed.has(item));
  }

  #tell(seq: number, outcome: Outcome): void {
    this.#awaited.get(seq)?.(outcome);
    this.#awaited.delete(seq);
  }

  #tellKept(): void {
    for (const seq of this.#awaited.keys()) this.#tell(seq, { kind: 'kept' });
  }

  #show(): void {
    this.#contents = contentsOf({
      items: this.#items,
      landed: this.#landed.items(),
      sending: this.#sending,
      lastTry: this.#lastTry,
    });
    for (const listener of this.#listeners) listener();
  }
}
