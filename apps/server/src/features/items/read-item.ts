import type { findItem, ItemState } from '@timegrove/contract/items.ts';
import { may } from '@timegrove/domain/people/may.ts';
import type { z } from 'zod';
import { providerName } from '../../house.ts';
import type { Desk } from '../../http/desk.ts';
import { selectTasks, type TaskRow } from '../tasks/find-task.ts';
import { visible } from '../tasks/visible.ts';
import { isNamed } from './is-named.ts';

type Answer = z.output<typeof findItem.output>;
type ItemRow = TaskRow & { readonly visible: boolean };

/** A vendor's item, by one of the names that `itemName` knows. */
export interface NamedItem {
  readonly provider: string;
  readonly item: string;
}

/** What there is of a vendor's item. */
export interface FoundItem {
  readonly state: ItemState;
  /** Its task, be it visible to the actor or not. */
  readonly row: ItemRow | undefined;
  /** The tasks that it can be, in the state `several`. */
  readonly choices: readonly ItemRow[];
  /** Null while it is not linked. */
  readonly integration: Answer['integration'];
}

const mostChoices = 10;

/** Reads what there is of an item. Its task counts also after the integration was unlinked. */
export async function readItem(desk: Desk, { provider, item }: NamedItem): Promise<FoundItem> {
  const { accountId } = desk.actor;
  const enabled = await desk.db
    .selectFrom('integration')
    .select(['id', 'state'])
    .where('account_id', '=', accountId)
    .where('provider', '=', provider)
    .executeTakeFirst();
  if (enabled === undefined) return { ...nothing('no-integration'), integration: null };
  const rows = await selectTasks(desk)
    .select(visible(desk.actor).as('visible'))
    .where('integration_id', '=', enabled.id)
    .where(isNamed(item, { accountId, integrationId: enabled.id }))
    .execute();
  if (enabled.state === 'unlinked')
    return { ...choose(desk, rows, 'no-integration'), integration: null };
  const integration = {
    providerName: providerName(desk.house, provider),
    hourly: desk.house.providers.get(provider)?.schedule === 'hourly',
    health: enabled.state === 'active' ? ('working' as const) : enabled.state,
  };
  return { ...choose(desk, rows, 'unknown'), integration };
}

/** What can be tracked on comes before everything else of the name. */
function choose(desk: Desk, rows: readonly ItemRow[], none: ItemState) {
  const choices = rows.filter((row) => stateOf(desk, row) === 'known').slice(0, mostChoices);
  if (choices.length > 1) return { state: 'several' as const, row: undefined, choices };
  const row = choices[0] ?? rows[0];
  return row === undefined ? nothing(none) : { state: stateOf(desk, row), row, choices: [] };
}

function nothing(state: ItemState) {
  return { state, row: undefined, choices: [] };
}

function stateOf({ actor }: Desk, row: TaskRow): ItemState {
  if (!may(actor, { do: 'track', lineage: row.lineage })) return 'not-assigned';
  return row.archived_at === null ? 'known' : 'archived';
}
