import { keep, readKept } from '@timegrove/contract/device/database.ts';
import { entry } from '@timegrove/contract/entries.ts';
import { id, instant } from '@timegrove/contract/fields.ts';
import { findItem } from '@timegrove/contract/items.ts';
import { me } from '@timegrove/contract/session.ts';
import { languages } from '@timegrove/domain/people/language.ts';
import { absence } from '@timegrove/ui/time-away/time-away.ts';
import { z } from 'zod';
import { lostPlace } from '../messages.ts';
import { offered } from '../window-messages.ts';

/** How this browser is let in. */
const connection = z.object({
  server: z.string(),
  token: z.string(),
  /** Made by this extension for itself: disconnecting revokes it. A pasted one belongs to its member. */
  own: z.boolean(),
  memberId: id('member'),
  /** The server refuses the token: somebody has to connect again. */
  refused: z.boolean(),
});
export type Connection = z.output<typeof connection>;

/** A sign-in that somebody has to allow in a window of the server. */
const request = z.object({
  server: z.string(),
  tokenId: id('token'),
  secret: z.string(),
  code: z.string(),
  expiresAt: instant,
});

const shape = z.object({
  connection: connection.nullable().catch(null),
  request: request.nullable().catch(null),
  me: me.nullable().catch(null),
  /** What the server said last: the timer, today's entries, the tasks at hand, the items of pages. */
  running: entry.nullable().catch(null),
  entries: z.array(entry).catch([]),
  favourites: z.array(offered).catch([]),
  recent: z.array(offered).catch([]),
  items: z.record(z.string(), findItem.output).catch({}),
  /** Milliseconds by which the server's clock is ahead. */
  clockOffset: z.number().catch(0),
  /** Whether the last question reached the server. */
  reached: z.boolean().catch(true),
  lost: z.array(lostPlace).catch([]),
  /** The title of a vendor's item for which a task is to be chosen. */
  choosing: z.string().nullable().catch(null),
  absence: absence.nullable().catch(null),
  asksAway: z.boolean().catch(true),
  /** Null: the member's, else the browser's. */
  language: z.enum(languages).nullable().catch(null),
  /** What the last thing asked for came to, where nothing else shows it. */
  notice: z
    .object({
      kind: z.enum(['done', 'trouble']),
      text: z.string(),
      /** The vendor's item on whose page it was asked for. */
      about: z.string().nullable(),
    })
    .nullable()
    .catch(null),
});
/** What the background knows. It outlives the background, which the browser ends as it pleases. */
export type Known = Readonly<z.output<typeof shape>>;

/** Holds what the background knows, on the device and in reach. */
export interface Memory {
  known(): Known;
  change(part: Partial<Known>): void;
  /** Calls back after every change. */
  subscribe(listener: () => void): void;
}

const name = 'extension';
const nothing: Known = shape.parse({});

/** What is forgotten when somebody disconnects: all but how the extension is to behave. */
export function forgotten({ asksAway, language }: Known): Known {
  return { ...nothing, asksAway, language };
}

/**
 * Reads the memory from the device. It lies in the extension's own database, which neither a web
 * page nor a script inside one can open.
 */
export async function openMemory(): Promise<Memory> {
  let known: Known = shape.catch(nothing).parse((await readKept(name)) ?? {});
  const listeners = new Set<() => void>();
  return {
    known: () => known,
    change: (part) => {
      known = { ...known, ...part };
      void keep(name, known);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => void listeners.add(listener),
  };
}
