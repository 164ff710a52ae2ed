import type { RuleCode } from '@timegrove/domain/rule.ts';
import { z } from 'zod';
import type { Client, Given } from '../client.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Entry } from '../entries.ts';
import type { Call, Item, Scene } from './item.ts';

/** What an endpoint was given, as the server will read it. */
interface Read<E extends Endpoint> {
  readonly params: z.output<E['params']>;
  readonly body: z.output<E['body']>;
}

interface Said<E extends Endpoint> {
  readonly endpoint: E;
  /** The ids of what it is done to. It waits behind earlier calls on the same things. */
  readonly touches: (given: Read<E>) => readonly string[];
  /** Whether what it touches begins with it: without it, later calls on that make no sense. */
  readonly begins?: boolean;
  /** Refusals that only say that it was done before, when the answer got lost. */
  readonly already?: readonly RuleCode[];
  /** The entries as they will be once the server has done it; done twice it changes nothing. */
  readonly foresee?: (entries: readonly Entry[], given: Read<E>, item: Item) => readonly Entry[];
}

/** Something that can be done while the server is away. Read from storage, so nothing is taken for granted. */
export interface Deed {
  readonly name: string;
  readonly begins: boolean;
  readonly already: readonly RuleCode[];
  touches(given: unknown): readonly string[];
  foresee(entries: readonly Entry[], item: Item): readonly Entry[];
  /** @param key what the server is to know it by, when it comes again */
  send(client: Client, given: unknown, key?: string): Promise<unknown>;
}

/** A deed that knows what its endpoint must be given. */
export interface DeedOn<E extends Endpoint> extends Deed {
  /** Writes the call down; `Outbox.put` takes it. */
  call(given: Given<E>, scene?: Scene): Call;
}

const loose = z.object({ params: z.unknown(), body: z.unknown() }).partial();

/** Makes a deed of an endpoint. What it makes has its ids from the client, so that order does not matter. */
export function makeDeed<E extends Endpoint>(name: string, said: Said<E>): DeedOn<E> {
  const read = (given: unknown): Read<E> | undefined => {
    const parts = loose.safeParse(given).data;
    const [ofParams, ofBody]: [E['params'], E['body']] = [said.endpoint.params, said.endpoint.body];
    const params = z.safeParse(ofParams, parts?.params ?? {});
    const body = z.safeParse(ofBody, parts?.body ?? {});
    return params.success && body.success ? { params: params.data, body: body.data } : undefined;
  };
  const endpoint: Endpoint = said.endpoint;
  return {
    name,
    begins: said.begins ?? false,
    already: said.already ?? [],
    call: (given, scene = {}) => ({ deed: name, given, scene }),
    touches: (given) => {
      const known = read(given);
      return known === undefined ? [] : said.touches(known);
    },
    foresee: (entries, item) => {
      const known = read(item.given);
      return known === undefined ? entries : (said.foresee?.(entries, known, item) ?? entries);
    },
    send: async (client, given, key) => client(endpoint, { ...loose.safeParse(given).data, key }),
  };
}
