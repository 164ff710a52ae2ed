import { z } from 'zod';
import type { Endpoint, Input, Output } from './endpoint.ts';
import { refusal, type Refusal } from './errors.ts';

/** The server refused what was asked; its message is the sentence to show. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, body: Refusal) {
    super(body.message);
    this.name = 'Refused';
    this.status = status;
    this.refusal = body;
  }
}

/** The server could not be reached, or something else answered in its place. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const away = 'The server cannot be reached at the moment.';

// An empty strict object has an index signature, which `Partial` would fill with undefined.
type NeedsNothing<Value> = string extends keyof Value
  ? true
  : Partial<Value> extends Value
    ? true
    : false;

type Part<Name extends string, Value> =
  NeedsNothing<Value> extends true
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What an endpoint must be given; parts that take nothing can be left out. */
export type Given<E extends Endpoint> = Part<'params', Input<E>['params']> &
  Part<'query', Input<E>['query']> &
  Part<'body', Input<E>['body']> & {
    /** A UUID, sent as `Idempotency-Key`: of all requests with it the server carries out one and answers all. */
    readonly key?: string | undefined;
  };

type Rest<E extends Endpoint> =
  Partial<Given<E>> extends Given<E> ? [given?: Given<E>] : [given: Given<E>];

/** Asks one endpoint and gives its parsed answer. @throws Refused | Unreachable */
export type Client = <E extends Endpoint>(endpoint: E, ...rest: Rest<E>) => Promise<Output<E>>;

/** What a client needs of its surroundings. */
export interface ClientOptions {
  /** The server's address without a slash at the end; empty inside a page of that server. */
  readonly server: string;
  readonly fetch: typeof fetch;
  /** Sent with every request, e.g. an Authorization header. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the typed client of a server. */
export function makeClient(options: ClientOptions): Client {
  return async <E extends Endpoint>(endpoint: E, ...[given]: Rest<E>): Promise<Output<E>> => {
    const reply = await send(options, endpoint, given ?? {});
    const answer = await readJson(reply);
    if (!reply.ok) throw refusalOf(reply.status, answer);
    const shape: E['output'] = endpoint.output;
    return z.parse(shape, answer);
  };
}

interface LooseGiven {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly key?: string | undefined;
}

/** Writes the address of an endpoint with its parameters and query filled in. */
export function addressOf(endpoint: Endpoint, given: LooseGiven): string {
  const params = entriesOf(given.params);
  const path = params.reduce<string>(
    (left, [name, value]) => left.replace(`:${name}`, encodeURIComponent(value)),
    endpoint.path,
  );
  const query = new URLSearchParams(entriesOf(given.query)).toString();
  return query === '' ? path : `${path}?${query}`;
}

function entriesOf(part: unknown): [string, string][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, String(value)]);
}

async function send(
  options: ClientOptions,
  endpoint: Endpoint,
  given: LooseGiven,
): Promise<Response> {
  const withBody = endpoint.method !== 'GET';
  const { fetch } = options;
  try {
    return await fetch(options.server + addressOf(endpoint, given), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...(withBody && { 'content-type': 'application/json' }),
        ...(given.key !== undefined && { 'idempotency-key': given.key }),
        ...options.headers,
      },
      ...(withBody && { body: JSON.stringify(given.body ?? {}) }),
    });
  } catch (cause) {
    throw new Unreachable(away, { cause });
  }
}

async function readJson(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch (cause) {
    throw new Unreachable(strangeAnswer(reply.status), { cause });
  }
}

function refusalOf(status: number, answer: unknown): Error {
  const parsed = refusal.safeParse(answer);
  return parsed.success ? new Refused(status, parsed.data) : new Unreachable(strangeAnswer(status));
}

// A proxy before a server that is away answers 502 to 504 in its place.
function strangeAnswer(status: number): string {
  return status >= 502 && status <= 504 ? away : 'Something other than Timegrove answered.';
}
