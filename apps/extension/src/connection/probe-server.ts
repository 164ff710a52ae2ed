import { askConnection } from '@timegrove/contract/connections.ts';
import { z } from 'zod';

/** What was found at an address. `too-old`: a Timegrove that lets no extension in yet. */
export type Probed = 'timegrove' | 'unreachable' | 'not-timegrove' | 'too-old';

const description = z.object({
  info: z.object({ title: z.literal('Timegrove') }),
  paths: z.record(z.string(), z.unknown()),
});
const patience = 10_000;

/** Asks an address what it is. */
export async function probeServer(server: string, ask: typeof fetch = fetch): Promise<Probed> {
  const reply = await ask(`${server}/api/openapi.json`, {
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null);
  if (reply === null) return 'unreachable';
  // A proxy before a server that is away answers in its place.
  if (reply.status >= 502 && reply.status <= 504) return 'unreachable';
  const told = description.safeParse(await reply.json().catch(() => null));
  if (!told.success) return 'not-timegrove';
  return askConnection.path in told.data.paths ? 'timegrove' : 'too-old';
}
