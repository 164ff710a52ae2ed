import type { Provider } from '@timegrove/domain/provider.ts';
import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import fastify from 'fastify';
import type { OpenDatabase } from '../../apps/server/src/database/open.ts';
import { makeVault } from '../../apps/server/src/features/integrations/vault.ts';
import { createIdentity } from '../../apps/server/src/features/session/better-auth-identity.ts';
import type { Engine } from '../../apps/server/src/features/sync/engine.ts';
import { makeVendorAccess } from '../../apps/server/src/features/sync/vendor-access.ts';
import type { House } from '../../apps/server/src/house.ts';
import type { Jobs } from '../../apps/server/src/jobs/jobs.ts';

const key = 'be'.repeat(32);
const publicUrl = 'http://localhost';
const now = (): Date => new Date();

interface HouseOptions {
  readonly database: OpenDatabase;
  readonly jobs?: Jobs;
  /** Stands in for every vendor; its request limits are lifted on both sides. */
  readonly sandboxUrl?: string;
  /** Besides those of the provider folders. */
  readonly providers?: readonly Provider[];
}

const noJobs: Jobs = { wakeRun: async () => {}, wakeMail: async () => {} };

/** Makes the house of a server as the start does, but with a known key and no request limits. */
export async function makeHouse(options: HouseOptions): Promise<House> {
  const { database, jobs = noJobs, sandboxUrl, providers = [] } = options;
  const loaded = await loadProviders();
  return {
    publicUrl,
    identity: createIdentity({ db: database.db, secret: key, publicUrl, passwordCost: 2 }),
    providers: new Map([...loaded.providers, ...providers].map((one) => [one.id, one])),
    providerFolders: loaded.folders,
    vault: makeVault([key]),
    vendors: makeVendorAccess({
      now,
      vendorUrl: (id, path) =>
        sandboxUrl === undefined ? undefined : `${sandboxUrl}/${id}${path}`,
      unlimited: true,
    }),
    jobs,
    mailConfigured: false,
    limits: [],
    demo: null,
  };
}

/** Makes what carries out runs. */
export function makeEngine(database: OpenDatabase, house: House): Engine {
  return { database, house, now, log: fastify({ logger: false }).log };
}
