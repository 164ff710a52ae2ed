import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Where the build puts the script. */
const built = fileURLToPath(
  new URL('../../../../extension/dist/native-plugin.js', import.meta.url),
);

/** Serves the script that puts the timer button into any page; every site may load it. */
export function serveScript(app: FastifyInstance, file = built): void {
  app.get('/native-plugin.js', async (request, reply) => {
    const script = await readFile(file).catch(() => null);
    reply.headers({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (script === null) {
      return reply.code(404).type('text/plain').send('The native plugin is not built.\n');
    }
    const etag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
    reply.headers({ etag, vary: 'accept-encoding', 'cache-control': 'public, max-age=300' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    reply.type('text/javascript; charset=utf-8');
    if (request.headers['accept-encoding']?.includes('gzip') !== true) return reply.send(script);
    return reply.header('content-encoding', 'gzip').send(await promisify(gzip)(script));
  });
}
