import type { Credential, Provider } from '@timegrove/domain/provider.ts';
import { z } from 'zod';
import type { House } from '../../apps/server/src/house.ts';

const accounts = z.object({ demo: z.object({ credential: z.record(z.string(), z.string()) }) });
const minimum = z.object({ requests: z.number() });
const tree = z.array(z.object({ kind: z.string(), state: z.string() }));

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

/** What is stored of it when the integration is enabled. */
export async function storedCredential(
  sandboxUrl: string,
  { vendors }: House,
  provider: Provider,
): Promise<Credential> {
  const typed = await demoCredential(sandboxUrl, provider.id);
  return (await provider.check(vendors.toolsFor(provider, typed), typed)).keep ?? typed;
}

/**
 * The fewest requests of a whole run over that account: those in which the vendor's pages allow its
 * structure to be read, and one for each container whose people are to be matched by e-mail.
 */
export async function minimumRequests(sandboxUrl: string, provider: Provider): Promise<number> {
  const { id, assigns, selects } = provider;
  const { requests } = minimum.parse(await control(sandboxUrl, id, 'minimum'));
  if (assigns.members !== 'by-email-to-containers') return requests;
  const nodes = tree.parse(await control(sandboxUrl, id, 'tree'));
  const there = nodes.filter(({ kind, state }) => kind === selects && state !== 'trashed');
  return requests + there.length;
}

async function control(sandboxUrl: string, id: string, what: string): Promise<unknown> {
  const reply = await fetch(`${sandboxUrl}/${id}/_sandbox/${what}`);
  return reply.json();
}
