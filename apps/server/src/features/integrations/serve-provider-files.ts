import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@timegrove/domain/rule.ts';
import { pictureFile } from '@timegrove/providers/kit/read-help.ts';
import type { FastifyInstance } from 'fastify';
import type { House } from '../../house.ts';

/** Serves each provider's icon and the pictures of its help page from its folder. */
export function serveProviderFiles(app: FastifyInstance, house: House): void {
  for (const { id, icon } of house.providers.values()) {
    const folder = house.providerFolders.get(id);
    if (folder === undefined) continue;
    app.get(`/api/providers/${id}/icon`, async (_request, reply) =>
      reply
        .headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' })
        .send(await readFile(join(folder, icon))),
    );
    app.get<{ Params: { file: string } }>(
      `/api/providers/${id}/help/:file`,
      async ({ params }, reply) => {
        const picture = await readPicture(folder, params.file);
        return reply
          .headers({ 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
          .send(picture);
      },
    );
  }
}

async function readPicture(folder: string, file: string): Promise<Buffer> {
  const name = /^([a-z-]+)\.png$/.exec(file)?.[1];
  if (name === undefined) throw new DomainError('not-found', { thing: 'picture' });
  return readFile(pictureFile(folder, name)).catch(() => {
    throw new DomainError('not-found', { thing: 'picture' });
  });
}
