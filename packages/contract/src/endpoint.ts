import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import type { RuleCode } from '@timegrove/domain/rule.ts';
import { z } from 'zod';

/** Who may knock: anybody, any signed-in member, or an administrator. Finer rights are the verb's. */
export type Access = 'public' | 'member' | 'administrator';

/** The scope in which a token may ask this; `session`: no token may, one has to have signed in. */
export type NeededScope = TokenScope | 'session';

/** One thing that can be said over HTTP. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each parameter. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly scope: NeededScope;
  /** Pages of other sites may ask it without a token: it needs no session and gives nothing away. */
  readonly anyOrigin: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
  /** The rules that this endpoint itself can break, besides session, right, input and not-found. */
  readonly errors: readonly RuleCode[];
}

/** What a caller gives to an endpoint. */
export interface Input<E extends Endpoint> {
  readonly params: z.input<E['params']>;
  readonly query: z.input<E['query']>;
  readonly body: z.input<E['body']>;
}

/** What an endpoint answers. */
export type Output<E extends Endpoint> = z.output<E['output']>;

/** Nothing: no parameters, no body, or an empty answer. */
export const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface Said<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> {
  summary: string;
  access: Access;
  /** Left out: `read` for what changes nothing, `everything` for the rest. */
  scope?: NeededScope;
  anyOrigin?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  output: O;
  errors?: readonly RuleCode[];
}

/** Makes an endpoint, e.g. `endpoint('POST', '/api/timers', …)`. What is left out takes nothing. */
export function endpoint<
  O extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(method: Endpoint['method'], path: Endpoint['path'], said: Said<P, Q, B, O>): Endpoint<P, Q, B, O>;
export function endpoint(
  method: Endpoint['method'],
  path: Endpoint['path'],
  said: Said<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
): Endpoint {
  const scope = method === 'GET' ? 'read' : 'everything';
  return {
    method,
    path,
    scope,
    anyOrigin: false,
    params: nothing,
    query: nothing,
    body: nothing,
    errors: [],
    ...said,
  };
}
