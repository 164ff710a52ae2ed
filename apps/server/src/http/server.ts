import { newId } from '@timegrove/contract/new-id.ts';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Database } from '../database/schema.ts';
import { features } from '../features/features.ts';
import { serveProviderFiles } from '../features/integrations/serve-provider-files.ts';
import type { House } from '../house.ts';
import { makeDoor } from './bind.ts';
import { answerErrors } from './errors.ts';
import { answerOtherOrigins } from './cors.ts';
import { serveNews } from './events.ts';
import { serveHealth } from './health.ts';
import { describeRequest } from './log-request.ts';
import { serveApiDescription } from './openapi-routes.ts';
import { makeNewsHub, type NewsHub } from './news-hub.ts';
import { limitTries } from './rate-limit.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { serveWeb } from './static.ts';

/** The HTTP side of one server process, not yet listening. */
export interface HttpServer {
  readonly app: FastifyInstance;
  readonly news: NewsHub;
}

const bodyLimit = 2 * 1024 * 1024;

/** Composes the HTTP server. Hooks come before routes: Fastify does not apply later ones to earlier routes. */
export async function makeHttpServer(options: {
  db: Database;
  house: House;
  now: () => Date;
  logLevel: Config['logLevel'];
  /** None unless told. */
  proxies?: Config['proxies'];
}): Promise<HttpServer> {
  const { db, house, now, logLevel, proxies = 0 } = options;
  const app = fastify({
    bodyLimit,
    // So many and no more: what stands further left in X-Forwarded-For, anybody may have written.
    trustProxy: proxies > 0 && ((_address, hop) => hop < proxies),
    logger: { level: logLevel, serializers: { req: describeRequest } },
    genReqId: () => newId(),
    forceCloseConnections: true,
  });
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  sendSecurityHeaders(app);
  answerOtherOrigins(app, house.publicUrl);
  answerErrors(app);
  const news = makeNewsHub(app.log);
  const entrance = { db, house, now, news, ...(await limitTries(app, house.limits)) };
  serveHealth(app, db);
  serveNews(app, entrance);
  serveProviderFiles(app, house);
  const door = makeDoor(app, entrance);
  for (const routes of features) routes(door);
  serveApiDescription(app, house.publicUrl);
  await serveWeb(app);
  return { app, news };
}
