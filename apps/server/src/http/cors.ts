import { allEndpoints } from '@timegrove/contract/all.ts';
import type { FastifyInstance } from 'fastify';
import { bearerOf } from './bearer.ts';
import { foreignOriginOf } from './origin.ts';

const open = new Set(
  allEndpoints.flatMap(({ endpoint }) =>
    endpoint.anyOrigin ? [`${endpoint.method} ${endpoint.path}`] : [],
  ),
);

const preflight = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, idempotency-key, x-timegrove-member',
  'access-control-max-age': '7200',
};

/**
 * Lets a browser hand answers to pages of other sites and to browser plugins: those to a request that
 * shows a token, refusals too, and those of endpoints that are open to all. Cookies stay at home:
 * credentials are never allowed. Whether a token may be used from a page is looked at with the token.
 */
export function answerOtherOrigins(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const origin = foreignOriginOf(request, publicUrl);
    if (origin === null) return;
    const isOpen = open.has(`${request.method} ${request.routeOptions.url}`);
    if (!isOpen && bearerOf(request) === null) return;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after, x-request-id',
      vary: 'origin',
    });
  });
  app.options('/api/*', async (request, reply) => {
    const origin = foreignOriginOf(request, publicUrl);
    const allowed = origin === null ? {} : { 'access-control-allow-origin': origin, ...preflight };
    return reply
      .headers({ ...allowed, vary: 'origin' })
      .code(204)
      .send();
  });
}
