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
      before: { selection: inNames(linked.row.selection, containers) },
      after: { selection: inNames(body.selection, containers) },
    });
    const trigger = triggerOf(linked);
    const runId = await startRun(desk, { accountId, integrationId, trigger, startedBy: memberId });
    return findRun(desk, runId);
  },
};

/** The first import after an unlinking takes up again what was there before. */
function triggerOf({ row }: Linked): 'enable' | 're-enable' | 'save' {
  if (row.selection === null) return 'enable';
  return row.state === 'choosing' ? 're-enable' : 'save';
}

/** A selection as the audit log tells it: everything, or the names of what is ticked. */
function inNames(selection: Selection | null, containers: readonly Container[]) {
  if (selection === null || selection.mode === 'all') return selection?.mode ?? null;
  const names = new Map(containers.map(({ remoteId, name }) => [remoteId, name]));
  return selection.ids.map((id) => names.get(id) ?? id).toSorted();
}

/** Ticking nothing at all is more likely a slip than a wish. @throws DomainError selection-empty */
export function ensureSelected({ provider }: Linked, selection: Selection): void {
  if (selection.mode === 'all' || selection.ids.length > 0) return;
  const level = provider.levels.find(({ kind }) => kind === provider.selects);
  throw new DomainError('selection-empty', { thing: level?.words.one ?? 'item' });
}
