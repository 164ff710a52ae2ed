import type { findItem, ItemState } from '@timegrove/contract/items.ts';
import { may } from '@timegrove/domain/people/may.ts';
import type { z } from 'zod';
import { providerName } from '../../house.ts';
import type { Desk } from '../../http/desk.ts';
import { selectTasks, type TaskRow } from '../tasks/find-task.ts';
import { visible } from '../tasks/visible.ts';

type Answer = z.output<typeof findItem.output>;

/** A vendor's item, as `kind_remoteId`. */
export interface NamedItem {
  readonly provider: string;
  readonly item: string;
}

/** What there is of a vendor's item. */
export interface FoundItem {
  readonly state: ItemState;
  /** Its task, be it visible to the actor or not. */
  readonly row: (TaskRow & { readonly visible: boolean }) | undefined;
  /** Null while it is not linked. */
  readonly integration: Answer['integration'];
}

/** Reads what there is of an item. Its task counts also after the integration was unlinked. */
export async function readItem(desk: Desk, { provider, item }: NamedItem): Promise<FoundItem> {
  const enabled = await desk.db
    .selectFrom('integration')
    .select(['id', 'state'])
    .where('account_id', '=', desk.actor.accountId)
    .where('provider', '=', provider)
    .executeTakeFirst();
  if (enabled === undefined) return { state: 'no-integration', row: undefined, integration: null };
  const cut = item.indexOf('_');
  const row = await selectTasks(desk)
    .select(visible(desk.actor).as('visible'))
    .where('integration_id', '=', enabled.id)
    .where('item_kind', '=', item.slice(0, cut))
    .where('item_id', '=', item.slice(cut + 1))
    .executeTakeFirst();
  const { state } = enabled;
  const linked = state !== 'unlinked';
  return {
    state: row === undefined ? (linked ? 'unknown' : 'no-integration') : stateOf(desk, row),
    row,
    integration: linked
      ? {
          providerName: providerName(desk.house, provider),
          hourly: desk.house.providers.get(provider)?.schedule === 'hourly',
          health: state === 'active' ? 'working' : state,
        }
      : null,
  };
}

function stateOf({ actor }: Desk, row: TaskRow): ItemState {
  if (!may(actor, { do: 'track', lineage: row.lineage })) return 'not-assigned';
  return row.archived_at === null ? 'known' : 'archived';
}
