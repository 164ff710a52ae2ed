import { describeApi, type OpenApi } from '@timegrove/contract/openapi.ts';
import type { FastifyInstance } from 'fastify';
import { renderApiPage } from './openapi-page.ts';

const version = '0.1.0';

/** Serves the description of the API: for machines at `/api/openapi.json`, for people at `/api/docs`. */
export function serveApiDescription(app: FastifyInstance, serverUrl: string): void {
  let written: { api: OpenApi; page: string } | undefined;
  // Written when somebody first asks: it is the same as long as the process lives.
  const write = () => {
    if (written === undefined) {
      const api = describeApi({ serverUrl, version });
      written = { api, page: renderApiPage(api) };
    }
    return written;
  };
  app.get('/api/openapi.json', async () => write().api);
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(write().page),
  );
}
