import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../http/desk.ts';
import type { House } from '../../house.ts';
import { providerView } from './provider-view.ts';

/** Lists every vendor that can be integrated. */
export async function listProviders({ house }: Desk) {
  return { providers: [...house.providers.values()].map(providerView) };
}

/** Serves each provider's icon from its folder. */
export function serveIcons(app: FastifyInstance, house: House): void {
  for (const provider of house.providers.values()) {
    const folder = house.providerFolders.get(provider.id);
    if (folder === undefined) continue;
    app.get(`/api/providers/${provider.id}/icon`, async (_request, reply) =>
      reply
        .headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' })
        .send(await readFile(join(folder, provider.icon))),
    );
  }
}
