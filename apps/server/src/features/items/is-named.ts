import type { AccountId, IntegrationId } from '@timegrove/domain/id.ts';
import { sql, type RawBuilder } from 'kysely';

/** Whose items are looked through. */
interface Owner {
  readonly accountId: AccountId;
  readonly integrationId: IntegrationId;
}

/** SQL: the row of `task` is the item of this name, which is one that `itemName` knows. */
export function isNamed(name: string, { accountId, integrationId }: Owner): RawBuilder<boolean> {
  if (name.startsWith('https://')) return sql<boolean>`task.item_url = ${name}`;
  const gap = name.indexOf(' ');
  if (gap < 0) return isItem('task', name);
  const above = name.slice(0, gap);
  return sql<boolean>`task.name = ${name.slice(gap + 1)}
    and not ${isItem('task', above)}
    and task.lineage && array(
      select above.id from task above
      where above.account_id = ${accountId} and above.integration_id = ${integrationId}
        and ${isItem('above', above)}
    )`;
}

function isItem(table: string, id: string): RawBuilder<boolean> {
  const cut = id.indexOf('_');
  return sql<boolean>`(${sql.ref(`${table}.item_kind`)} = ${id.slice(0, cut)}
    and ${sql.ref(`${table}.item_id`)} = ${id.slice(cut + 1)})`;
}
