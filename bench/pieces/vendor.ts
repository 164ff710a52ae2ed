import type { Credential, Provider } from '@timegrove/domain/provider.ts';
import { z } from 'zod';
import type { House } from '../../apps/server/src/house.ts';

const accounts = z.object({ demo: z.object({ credential: z.record(z.string(), z.string()) }) });
const minimum = z.object({ requests: z.number() });

/** The vendor that large syncs are measured with: the first of those that sync by themselves. */
export function aVendor({ providers }: House): Provider {
  const found = [...providers.values()].find(({ schedule }) => schedule === 'hourly');
  if (found === undefined) throw new Error('there is no provider folder that syncs hourly');
  return found;
}

/** What signs in to the sandbox's largest account at a vendor. */
export async function demoCredential(sandboxUrl: string, id: string): Promise<Credential> {
  return accounts.parse(await control(sandboxUrl, id, 'accounts')).demo.credential;
}

/** The fewest requests in which the vendor's page sizes allow that account to be read. */
export async function minimumRequests(sandboxUrl: string, id: string): Promise<number> {
  return minimum.parse(await control(sandboxUrl, id, 'minimum')).requests;
}

async function control(sandboxUrl: string, id: string, what: string): Promise<unknown> {
  const reply = await fetch(`${sandboxUrl}/${id}/_sandbox/${what}`);
  return reply.json();
}
