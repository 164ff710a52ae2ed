import { addressOf } from '@timegrove/contract/client.ts';
import { sayable, sayPath, saying, type SayAnswer, type Saying } from '@timegrove/contract/say.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { webPageOf } from '../../http/origin.ts';

/**
 * Serves what a page says by `import()` where it cannot fetch: the same request goes through the same
 * door, and its answer comes as a module. What is no CORS request of a page is refused, so that a
 * link or a `<script>` cannot say anything.
 */
export function serveSay(app: FastifyInstance): void {
  app.get<{ Querystring: { say?: unknown } }>(sayPath, async (request, reply) => {
    const origin = webPageOf(request.headers.origin);
    if (origin === null) throw new DomainError('page-needed');
    const said = saying.safeParse(decoded(request.query.say));
    if (!said.success) {
      throw new DomainError('input-invalid', { field: 'query.say', reason: 'is none' });
    }
    const answer = await ask(app, request, origin, said.data);
    return reply
      .headers({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-store',
        'access-control-allow-origin': origin,
        vary: 'origin',
      })
      .send(`export default ${JSON.stringify(answer)};\n`);
  });
}

/** Through the same door as over fetch. */
async function ask(
  app: FastifyInstance,
  request: FastifyRequest,
  origin: string,
  { do: what, secret, body, ...given }: Saying,
): Promise<SayAnswer> {
  const endpoint = sayable[what];
  const inner = await app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, given),
    remoteAddress: request.ip,
    headers: {
      origin,
      host: request.headers.host,
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
    },
    ...(endpoint.method !== 'GET' && { payload: body ?? {} }),
  });
  return { status: inner.statusCode, body: inner.json() };
}

function decoded(say: unknown): unknown {
  if (typeof say !== 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(say, 'base64url').toString());
  } catch {
    return undefined;
  }
}
