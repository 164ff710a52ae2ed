import type * as contract from '@timegrove/contract/integrations.ts';
import type { Container, Selection } from '@timegrove/domain/provider.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { findRun } from '../sync/read-run.ts';
import { startRun } from '../sync/start-run.ts';
import { findLinked, type Linked } from './find-integration.ts';
import { readContainers } from './list-containers.ts';

type Input = Parsed<typeof contract.saveSelection>;

/** Saves what to import and starts a run; the vendor is asked what there is, so that later ones are new. */
export const saveSelection = {
  ask: readContainers,
  answer: async (desk: Desk, { params, body }: Input, containers: readonly Container[]) => {
    const linked = await findLinked(desk, params.integrationId);
    ensureSelected(linked, body.selection);
    const { accountId, memberId } = desk.actor;
    const integrationId = linked.row.id;
    await desk.db
      .updateTable('integration')
      .set({
        selection: JSON.stringify(body.selection),
        known_containers: containers.map(({ remoteId }) => remoteId),
        ...(linked.row.state === 'choosing' && { state: 'active' }),
      })
      .where('account_id', '=', accountId)
      .where('id', '=', integrationId)
      .execute();
    await writeAudit(desk, {
      action: 'changed',
      thing: 'integration',
      thingId: integrationId,
      name: linked.provider.name,
      before: { selection: linked.row.selection },
      after: { selection: body.selection },
    });
    const trigger = linked.row.selection === null ? 'enable' : 'save';
    const runId = await startRun(desk, { accountId, integrationId, trigger, startedBy: memberId });
    return findRun(desk, runId);
  },
};

/** Ticking nothing at all is more likely a slip than a wish. @throws DomainError selection-empty */
export function ensureSelected({ provider }: Linked, selection: Selection): void {
  if (selection.mode === 'all' || selection.ids.length > 0) return;
  const level = provider.levels.find(({ kind }) => kind === provider.selects);
  throw new DomainError('selection-empty', { thing: level?.words.one ?? 'item' });
}
