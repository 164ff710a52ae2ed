import type { MirrorTask } from '@timegrove/domain/tree/plan.ts';
import type { Db } from '../../database/schema.ts';
import type { Work } from './engine.ts';

/** The kind that marks an integration's root among its tasks; no vendor's item has it. */
export const rootKind = 'root';

/** Reads all tasks of an integration but its root, archived ones included. */
export async function readMirror(db: Db, work: Work): Promise<MirrorTask[]> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'parent_id', 'name', 'item_kind', 'item_id', 'archived_reason'])
    .where('account_id', '=', work.accountId)
    .where('integration_id', '=', work.integrationId)
    .where('item_kind', '!=', rootKind)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    archived: row.archived_reason,
    kind: row.item_kind ?? '',
    remoteId: row.item_id ?? '',
  }));
}
