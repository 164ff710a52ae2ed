import type { Entry } from '@timegrove/contract/entries.ts';
import type { AccountId, TaskId } from '@timegrove/domain/id.ts';
import { sql, type Selectable } from 'kysely';
import type { Db, Schema } from '../../database/schema.ts';
import type { Desk } from '../../http/desk.ts';

/** A stored entry. */
export type EntryRow = Selectable<Schema['entry']>;
type TaskLabel = NonNullable<Entry['task']>;

/** Shows one entry. */
export async function viewEntry(desk: Desk, row: EntryRow): Promise<Entry> {
  return viewRow(row, await readLabels(desk.db, desk.actor.accountId, [row]));
}

/** Shows entries with one more statement for all their tasks together. */
export async function viewEntries(desk: Desk, rows: readonly EntryRow[]): Promise<Entry[]> {
  const labels = await readLabels(desk.db, desk.actor.accountId, rows);
  return rows.map((row) => viewRow(row, labels));
}

function viewRow(row: EntryRow, labels: ReadonlyMap<TaskId, TaskLabel>): Entry {
  return {
    id: row.id,
    memberId: row.member_id,
    task: row.task_id === null ? null : (labels.get(row.task_id) ?? null),
    startedAt: row.started_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    zone: row.zone,
    day: row.day,
    note: row.note,
    billable: row.billable,
  };
}

async function readLabels(
  db: Db,
  accountId: AccountId,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<TaskId, TaskLabel>> {
  const ids = [...new Set(rows.flatMap((row) => row.task_id ?? []))];
  if (ids.length === 0) return new Map();
  const tasks = await db
    .selectFrom('task')
    .leftJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'task.account_id')
        .onRef('integration.id', '=', 'task.integration_id'),
    )
    .select(['task.id', 'task.name', 'task.color', 'task.archived_at', 'integration.provider'])
    .select(pathNames.as('path'))
    .where('task.account_id', '=', accountId)
    .where(sql<boolean>`task.id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    tasks.map(({ archived_at, ...label }) => [
      label.id,
      { ...label, archived: archived_at !== null },
    ]),
  );
}

/** The names from the root down to the parent. */
const pathNames = sql<string[]>`array(
  select above.name
  from unnest(task.lineage) with ordinality as step (id, place)
  join task as above on above.account_id = task.account_id and above.id = step.id
  where step.id <> task.id
  order by step.place
)`;
