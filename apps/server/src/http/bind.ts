import type { Endpoint } from '@timegrove/contract/endpoint.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { runTransaction, type Wishes } from '../database/transaction.ts';
import type { Db } from '../database/schema.ts';
import type { Actor, Desk, PublicDesk } from './desk.ts';
import { doOnce } from './done-once.ts';
import type { Entrance } from './entrance.ts';
import { hearNews } from './hearing.ts';
import { parseInput, type Parsed } from './input.ts';
import { findActor, headersOf, refuseForeignOrigin } from './session.ts';

type Answer<E extends Endpoint> = Promise<z.input<E['output']>>;

/** What a verb is: it works on a desk with parsed input and gives the endpoint's answer. */
export type Verb<E extends Endpoint> = (desk: Desk, input: Parsed<E>) => Answer<E>;
export type PublicVerb<E extends Endpoint> = (desk: PublicDesk, input: Parsed<E>) => Answer<E>;

/** A verb that has to ask a vendor first: that happens before, and outside of, the transaction. */
export interface AskingVerb<E extends Endpoint, Asked> {
  readonly ask: (desk: Desk, input: Parsed<E>) => Promise<Asked>;
  readonly answer: (desk: Desk, input: Parsed<E>, asked: Asked) => Answer<E>;
}

/** The door, written once: finds the actor, parses, opens the transaction, parses the answer in it. */
export interface Door {
  readonly app: FastifyInstance;
  bind<E extends Endpoint>(endpoint: E, verb: Verb<E>): void;
  bindPublic<E extends Endpoint>(endpoint: E, verb: PublicVerb<E>): void;
  bindAsking<E extends Endpoint, Asked>(endpoint: E, verb: AskingVerb<E, Asked>): void;
}

/** Makes the door of an HTTP server. */
export function makeDoor(app: FastifyInstance, entrance: Entrance): Door {
  const route = (endpoint: Endpoint, handle: Handle): void => {
    app.route({ method: endpoint.method, url: endpoint.path, handler: handle });
  };
  return {
    app,
    bind: (endpoint, verb) => {
      const handle = memberHandle(entrance, endpoint, async (desk, input) => verb(desk, input));
      route(endpoint, handle);
    },
    bindPublic: (endpoint, verb) => {
      if (endpoint.access !== 'public') throw new TypeError(`${endpoint.path} is not public`);
      route(endpoint, async (request, reply) => {
        if (!endpoint.anyOrigin) refuseForeignOrigin(request);
        const input = parseInput(endpoint, request);
        return within(entrance, endpoint, request, reply, async (desk) =>
          endpoint.output.parse(await verb(desk, input)),
        );
      });
    },
    bindAsking: (endpoint, { ask, answer }) => {
      route(endpoint, askingHandle(entrance, endpoint, ask, answer));
    },
  };
}

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function memberHandle<E extends Endpoint>(entrance: Entrance, endpoint: E, verb: Verb<E>): Handle {
  return async (request, reply) => {
    const actor = await findActor(entrance, request, endpoint);
    const input = parseInput(endpoint, request);
    return withinFor(actor, entrance, endpoint, request, reply, async (desk) => verb(desk, input));
  };
}

function askingHandle<E extends Endpoint, Asked>(
  entrance: Entrance,
  endpoint: E,
  ask: AskingVerb<E, Asked>['ask'],
  answer: AskingVerb<E, Asked>['answer'],
): Handle {
  return async (request, reply) => {
    const actor = await findActor(entrance, request, endpoint);
    const input = parseInput(endpoint, request);
    const outside = makeDesk(entrance, request, reply, entrance.db, refuseWishes);
    const asked = await ask(deskOf(outside, actor, entrance, reply), input);
    return withinFor(actor, entrance, endpoint, request, reply, async (desk) =>
      answer(desk, input, asked),
    );
  };
}

function deskOf(desk: PublicDesk, actor: Actor, { news }: Entrance, reply: FastifyReply): Desk {
  const expiry = actor.token?.expiresAt?.getTime() ?? Infinity;
  const left = expiry - desk.now.getTime();
  return {
    ...desk,
    actor,
    hearNews: (mostMs) => hearNews(news, actor, reply.raw, Math.min(mostMs, left)),
  };
}

/** Outside a transaction nothing is written, so there is nothing to tell. */
const refuseWishes: Wishes = {
  tell: () => {
    throw new TypeError('news belongs to the transaction that made it');
  },
  afterCommit: () => {
    throw new TypeError('there is no transaction here');
  },
};

async function withinFor<E extends Endpoint>(
  actor: Actor,
  entrance: Entrance,
  endpoint: E,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (desk: Desk) => Answer<E>,
): Promise<unknown> {
  // Only what is done to time may come again late; of other answers some hold secrets, which are not kept.
  const once = endpoint.scope === 'track' && endpoint.method !== 'GET';
  return within(entrance, endpoint, request, reply, async (desk) => {
    const own = deskOf(desk, actor, entrance, reply);
    const answer = async (): Promise<unknown> => endpoint.output.parse(await work(own));
    return once ? doOnce(own, answer) : answer();
  });
}

async function within(
  entrance: Entrance,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (desk: PublicDesk) => Promise<unknown>,
): Promise<unknown> {
  const answer =
    endpoint.method === 'GET'
      ? await work(makeDesk(entrance, request, reply, entrance.db, refuseWishes))
      : await runTransaction(entrance.db, async (db, wishes) =>
          work(makeDesk(entrance, request, reply, db, wishes)),
        );
  reply.header('cache-control', 'no-store');
  return answer;
}

function makeDesk(
  entrance: Entrance,
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  wishes: Wishes,
): PublicDesk {
  return {
    ...wishes,
    db,
    now: entrance.now(),
    log: request.log,
    house: entrance.house,
    headers: headersOf(request),
    setHeader: (name, value) => void reply.header(name, value),
  };
}
