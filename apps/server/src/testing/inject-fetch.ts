import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** A `fetch` that goes through the whole HTTP side of a server without a socket. */
export function injectFetch(app: FastifyInstance): typeof fetch {
  return async (input, init) => {
    const reply = await app.inject({
      method: method.parse(init?.method ?? 'GET'),
      url: z.string().parse(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(init?.body != null && { payload: z.string().parse(init.body) }),
    });
    const headers = Object.entries(reply.headers).flatMap(([name, value]): [string, string][] =>
      [value ?? []].flat().map((one) => [name, String(one)]),
    );
    return new Response(reply.payload, { status: reply.statusCode, headers });
  };
}
