import type { Integration } from '@timegrove/contract/integrations.ts';
import type { Run } from '@timegrove/contract/runs.ts';

/** What the page of one integration shows first. */
export type Stage = 'enable' | 'choose' | 'settings';

/** Tells the stage of a provider whose integration may not exist yet. */
export function stageOf(integration: Integration | undefined): Stage {
  if (integration === undefined || integration.state === 'unlinked') return 'enable';
  return integration.state === 'choosing' ? 'choose' : 'settings';
}

/** How an integration is doing, in the one word of its badge. */
export type Health =
  | 'choosing'
  | 'running'
  | 'held'
  | 'paused'
  | 'waiting'
  | 'partial'
  | 'cancelled'
  | 'failed'
  | 'fine';

const unfinished = ['partial', 'cancelled', 'failed'] as const;

/** Reads the health: what needs a person comes before what is under way. */
export function healthOf(integration: Integration): Health {
  if (integration.state === 'choosing') return 'choosing';
  if (integration.state === 'paused') return 'paused';
  if (integration.lastRun?.state === 'held') return 'held';
  if (integration.currentRun !== null) return 'running';
  if (integration.pause !== null) return 'waiting';
  return unfinished.find((state) => state === integration.lastRun?.state) ?? 'fine';
}

/** Whether it works on the credential of somebody who is no longer there (rule 9). */
export function ownerLeft({ state, owner }: Integration): boolean {
  return state === 'active' && owner?.active !== true;
}

/** Whether it waits, or should not go on, without an administrator. */
export function needsSomebody(integration: Integration): boolean {
  const health = healthOf(integration);
  return health === 'paused' || health === 'held' || ownerLeft(integration);
}

/** Whether a run is still under way. */
export function isUnderWay(run: Run): boolean {
  return run.state === 'waiting' || run.state === 'reading' || run.state === 'applying';
}

/** How many tasks a run changed or would change. */
export function changesOf(run: Run): number {
  const { created, renamed, moved, archived, restored } = run.counts;
  return created + renamed + moved + archived + restored;
}

/** Finds the integration of a provider among those of the account; one that is linked comes first. */
export function integrationOf(
  integrations: readonly Integration[],
  provider: string,
): Integration | undefined {
  const own = integrations.filter((integration) => integration.provider === provider);
  return own.find(({ state }) => state !== 'unlinked') ?? own[0];
}
