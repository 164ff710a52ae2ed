import type { Client } from '../client.ts';
import type { Refusal } from '../errors.ts';
import { deedNamed } from './deeds/all.ts';
import type { Item } from './item.ts';
import { nextToSend } from './line.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** What sending needs of the outbox. */
export interface Line {
  readonly client: Client;
  /** All items of the member, oldest first, as they are stored now. */
  list(): Promise<readonly Item[]>;
  /** An item is about to be sent. */
  begin(item: Item): void;
  /** The server has done it. */
  done(item: Item): Promise<void>;
  /** The server has refused it. */
  setAside(item: Item, refusal: Refusal): Promise<void>;
}

/** How a pass over the line ended: all but `done` leave something that has to be tried again. */
export type PassEnd = 'done' | 'stumbled' | 'unreachable' | 'signed-out';

/** Sends what waits, oldest first, one after the other, until nothing is left that can be sent. */
export async function sendWaiting(line: Line): Promise<PassEnd> {
  const passed = new Set<number>();
  for (;;) {
    const item = nextToSend(await line.list(), passed);
    if (item === undefined) return passed.size === 0 ? 'done' : 'stumbled';
    line.begin(item);
    const verdict = await send(line.client, item);
    if (verdict.kind === 'signed-out' || verdict.kind === 'unreachable') return verdict.kind;
    if (verdict.kind === 'sent') await line.done(item);
    else if (verdict.kind === 'refused') await line.setAside(item, verdict.refusal);
    else passed.add(item.seq);
  }
}

const foreign: Refusal = {
  code: 'internal',
  message: 'Another version of Timegrove wrote this down. Reload the page and try again.',
  requestId: '',
};

async function send(client: Client, { deed: name, given, key }: Item): Promise<Verdict> {
  const deed = deedNamed(name);
  if (deed === undefined) return { kind: 'refused', refusal: foreign };
  try {
    await deed.send(client, given, key);
    return { kind: 'sent' };
  } catch (error) {
    return verdictOf(error, deed.already);
  }
}
