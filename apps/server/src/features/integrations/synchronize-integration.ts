import type { synchronizeIntegration as endpoint } from '@timegrove/contract/integrations.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { findRun } from '../sync/read-run.ts';
import { startRun } from '../sync/start-run.ts';
import { findAccepted } from './find-integration.ts';

/** Brings one integration in step now, for an administrator at its Settings; joins a run under way. */
export const synchronizeIntegration: Verb<typeof endpoint> = async (desk, { params }) => {
  const { row, provider } = await findAccepted(desk, params.integrationId);
  if (row.state !== 'active' || provider.schedule !== 'hourly') {
    throw new DomainError('integration-not-active', { provider: provider.name });
  }
  if (row.paused_until !== null && row.paused_until > desk.now) {
    const until = row.paused_until.toISOString();
    throw new DomainError('vendor-rate-limited', { provider: provider.name, until });
  }
  const { accountId, memberId } = desk.actor;
  const wish = { accountId, integrationId: row.id, startedBy: memberId };
  return findRun(desk, await startRun(desk, { ...wish, trigger: 'force' }));
};
