import type * as contract from '@timegrove/contract/integrations.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { providerName } from '../../house.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { stopTimersOn } from '../timers/stop-timers-on.ts';
import { findIntegration, type IntegrationRow } from './find-integration.ts';
import { integrationView } from './integration-view.ts';

/** Erases the credential at once; tasks, time and assignments stay, as ordinary ones or archived (rule 10). */
export async function unlinkIntegration(
  desk: Desk,
  { params, body }: Parsed<typeof contract.unlinkIntegration>,
) {
  const row = await findIntegration(desk, params.integrationId);
  const name = providerName(desk.house, row.provider);
  if (row.state === 'unlinked') throw new DomainError('integration-not-active', { provider: name });
  const { accountId } = desk.actor;
  await desk.db
    .updateTable('integration')
    .set({
      state: 'unlinked',
      credential: null,
      masked_credential: '{}',
      next_run_at: null,
      paused_until: null,
      pause_reason: null,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', row.id)
    .execute();
  if (body.archiveTasks) await archiveAll(desk, row);
  await writeAudit(desk, {
    action: 'unlinked',
    thing: 'integration',
    thingId: row.id,
    name,
    after: { archiveTasks: body.archiveTasks },
  });
  desk.tell({ accountId, topic: 'integrations', id: row.id });
  desk.tell({ accountId, topic: 'tasks' });
  return integrationView(desk, await findIntegration(desk, row.id));
}

async function archiveAll(desk: Desk, { id }: IntegrationRow): Promise<void> {
  const { accountId } = desk.actor;
  const archived = await desk.db
    .updateTable('task')
    .set({ archived_at: desk.now, archived_reason: 'unlinked' })
    .where('account_id', '=', accountId)
    .where('integration_id', '=', id)
    .where('archived_at', 'is', null)
    .returning('id')
    .execute();
  await stopTimersOn(
    desk,
    accountId,
    archived.map((task) => task.id),
  );
}
