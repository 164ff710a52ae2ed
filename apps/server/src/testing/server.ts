import { randomBytes } from 'node:crypto';
import { makeClient, type Client } from '@timegrove/contract/client.ts';
import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import { afterAll, inject } from 'vitest';
import { listen } from '../database/listen.ts';
import { openPool, type OpenDatabase } from '../database/open.ts';
import { makeVault } from '../features/integrations/vault.ts';
import { createIdentity } from '../features/session/better-auth-identity.ts';
import { makeVendorAccess } from '../features/sync/vendor-access.ts';
import type { House } from '../house.ts';
import { makeHttpServer, type HttpServer } from '../http/server.ts';
import { aClock, type TestClock } from './clock.ts';
import { injectFetch } from './inject-fetch.ts';
import { admin, databaseUrl } from './postgres.ts';
import { someJobs, type TestJobs } from './jobs.ts';

/** A whole server in the test's process, on a database of its own. */
export interface TestServer extends HttpServer {
  readonly database: OpenDatabase;
  readonly clock: TestClock;
  readonly house: House;
  readonly jobs: TestJobs;
  /** The typed client of a visitor who is not signed in. */
  readonly ask: Client;
  /** The typed client of somebody who sends these headers, e.g. a session cookie. */
  askWith(headers: Readonly<Record<string, string>>): Client;
}

interface TestServerOptions {
  /** The database of another test server: two server processes on one database. */
  readonly database?: OpenDatabase;
  readonly clock?: TestClock;
  /** Where the vendors' sandbox is. */
  readonly sandboxUrl?: string;
  readonly extraProviders?: readonly string[];
  /** How many reverse proxies stand before it. */
  readonly proxies?: number;
  /** What to change about the house, e.g. what a demo server shows. */
  readonly house?: Partial<House>;
}

export const testKey = 'e5'.repeat(32);

/** Starts a server; it goes away with the test file that made it. */
export async function aServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await cloneDatabase());
  const clock = options.clock ?? aClock();
  const jobs = someJobs();
  const house: House = { ...(await aHouse(database, jobs, options)), ...options.house };
  const { db } = database;
  const { proxies = 0 } = options;
  const server = await makeHttpServer({ db, house, now: clock.now, logLevel: 'silent', proxies });
  const { deliver, resync } = server.news;
  const listener = await listen(database.url, { hear: deliver, listening: resync });
  afterAll(async () => {
    await listener.close();
    server.news.close();
    await server.app.close();
    if (options.database === undefined) await database.close();
  });
  const fetch = injectFetch(server.app);
  const askWith = (headers: Readonly<Record<string, string>>) =>
    makeClient({ server: '', fetch, headers });
  return { ...server, database, clock, house, jobs, ask: askWith({}), askWith };
}

async function aHouse(
  database: OpenDatabase,
  jobs: TestJobs,
  options: TestServerOptions,
): Promise<House> {
  const publicUrl = 'http://timegrove.test';
  const loaded = await loadProviders({ extraFolders: options.extraProviders ?? [] });
  const sandbox = options.sandboxUrl;
  return {
    publicUrl,
    identity: createIdentity({ db: database.db, secret: testKey, publicUrl, passwordCost: 2 }),
    providers: new Map(loaded.providers.map((provider) => [provider.id, provider])),
    providerFolders: loaded.folders,
    vault: makeVault([testKey]),
    vendors: makeVendorAccess({
      now: () => new Date(),
      vendorUrl: (id, path) => (sandbox === undefined ? undefined : `${sandbox}/${id}${path}`),
      unlimited: true,
      sleep: async () => {},
    }),
    jobs,
    mailConfigured: false,
    limits: [],
    demo: null,
  };
}

async function cloneDatabase(): Promise<OpenDatabase> {
  const { url, template } = inject('postgres');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await admin(url, `create database ${name} template ${template}`);
  return openPool(databaseUrl(url, name), 8);
}
