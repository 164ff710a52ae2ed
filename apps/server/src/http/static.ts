import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { compressAssets } from './compress-assets.ts';
import { refuse } from './errors.ts';

/** Where the build puts the web app. */
const builtWebApp = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the web app: files under `assets` carry a hash in their name and are kept for good, all
 * else is asked for anew; an unknown address that wants a page gets the app, which knows its own
 * routes. Also answers what nothing else answers.
 */
export async function serveWeb(app: FastifyInstance, folder = builtWebApp): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
      setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(folder, path)),
    });
    compressAssets(join(folder, 'assets')).catch((error: unknown) => {
      app.log.warn({ err: error }, 'the web app is served without compression');
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (isForApi(request)) return refuse(request, reply, 'not-found', { thing: 'address' });
    if (!wantsPage(request)) return reply.code(404).type('text/plain').send('Not found.');
    return built ? reply.sendFile('index.html') : reply.type('text/html').send(notBuilt);
  });
}

function cachingOf(folder: string, path: string): string {
  return path.startsWith(join(folder, 'assets')) ? forever : 'no-cache';
}

function isForApi({ method, url }: FastifyRequest): boolean {
  return /^\/api(?:[/?]|$)/.test(url) || (method !== 'GET' && method !== 'HEAD');
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true;
}

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>Timegrove</title>
<body style="max-width:36rem;margin:4rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif">
<h1>The web app is not built</h1>
<p>The server runs, but the folder <code>apps/web/dist</code> is empty. <code>npm start</code> builds
the web app and starts the server. The API is described at <a href="/api/docs">/api/docs</a>.</p>
</body></html>
`;
