import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/connect.ts';
import { listen } from './database/listen.ts';
import { migrate } from './database/migrate.ts';
import { demoHouse, fillDemo } from './demo/fill-demo.ts';
import { openPost } from './features/mails/post.ts';
import { createIdentity } from './features/session/better-auth-identity.ts';
import { makeVault } from './features/integrations/vault.ts';
import { makeVendorAccess } from './features/sync/vendor-access.ts';
import type { House } from './house.ts';
import { usualLimits } from './http/rate-limit.ts';
import { makeHttpServer } from './http/server.ts';
import { openQueue, type Queue } from './jobs/queue.ts';
import { readSecretKeys } from './secret-key.ts';

const now = (): Date => new Date();

/** A server that answers. */
export interface StartedServer {
  readonly url: string;
  /** Which PostgreSQL it works on, for people. */
  readonly database: string;
  /** Whether somebody has an account already; else the first visitor creates one. */
  readonly accountExists: boolean;
  /** Stops in order: no new requests, no new jobs, then the database. */
  stop(): Promise<void>;
}

/** Composes one server process: config → database → providers → jobs → http. */
export async function startServer(
  config: Config,
  say: (line: string) => void,
): Promise<StartedServer> {
  const connected = await connectDatabase(config, say);
  const { database } = connected;
  await migrate(database.db);
  const queue = await openQueue(database.url, (error) => say(`Jobs: ${error.message}`));
  const house = await makeHouse(config, database, queue, say);
  if (config.demo) await fillDemo(database.db, house, now());
  const { logLevel, proxies } = config;
  const http = await makeHttpServer({ db: database.db, house, now, logLevel, proxies });
  const { deliver, resync } = http.news;
  const listener = await listen(database.url, { hear: deliver, listening: resync });
  const post =
    config.smtp === undefined ? null : openPost({ smtp: config.smtp, from: config.mailFrom });
  await http.app.listen({ port: config.port, host: config.host });
  await queue.work({ database, house, now, log: http.app.log }, post);
  const account = await database.db.selectFrom('account').select('id').limit(1).execute();
  return {
    url: config.publicUrl,
    database: connected.description,
    accountExists: account.length > 0,
    stop: async () => {
      http.news.close();
      await http.app.close();
      await queue.stop();
      post?.close();
      await listener.close();
      await connected.close();
    },
  };
}

async function makeHouse(
  config: Config,
  { db }: Awaited<ReturnType<typeof connectDatabase>>['database'],
  jobs: Queue,
  say: (line: string) => void,
): Promise<House> {
  const { publicUrl, dataFolder, vendorUrl, providerFolders } = config;
  const keys = await readSecretKeys(config.key, dataFolder);
  const loaded = await loadProviders({ extraFolders: providerFolders });
  for (const { folder, error } of loaded.broken)
    say(`The provider in ${folder} is left out: ${error.message}`);
  return {
    publicUrl,
    identity: createIdentity({ db, secret: keys[0], publicUrl }),
    providers: new Map(loaded.providers.map((provider) => [provider.id, provider])),
    providerFolders: loaded.folders,
    vault: makeVault(keys),
    vendors: makeVendorAccess({ now, vendorUrl }),
    jobs,
    mailConfigured: config.smtp !== undefined,
    limits: usualLimits,
    demo: config.demo && config.sandbox !== undefined ? demoHouse(config.sandbox) : null,
  };
}
