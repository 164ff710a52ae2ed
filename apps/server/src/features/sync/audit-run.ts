import type { Run } from '@timegrove/contract/runs.ts';
import type { Desk } from '../../http/desk.ts';
import { providerName } from '../../house.ts';
import { writeAudit } from '../audit/write-audit.ts';

/** Writes down what an administrator decided about a run, by the name of its provider. */
export async function auditRun(
  desk: Desk,
  { id, provider }: Run,
  action: 'approved' | 'cancelled',
): Promise<void> {
  const name = providerName(desk.house, provider);
  await writeAudit(desk, { action, thing: 'run', thingId: id, name });
}
