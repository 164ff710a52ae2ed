import type { Entry } from '@timegrove/contract/entries.ts';
import type { AccountId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import { sql, type Selectable } from 'kysely';
import type { Db, Schema } from '../../database/schema.ts';
import type { Desk } from '../../http/desk.ts';

/** A stored entry. */
export type EntryRow = Selectable<Schema['entry']>;
type TaskLabel = NonNullable<Entry['task']>;

/** Shows one entry. */
export async function viewEntry(desk: Desk, row: EntryRow): Promise<Entry> {
  return viewRow(row, await readNames(desk, [row]));
}

/** Shows entries with one more statement for all their tasks together, and one for who changed them. */
export async function viewEntries(desk: Desk, rows: readonly EntryRow[]): Promise<Entry[]> {
  const names = await readNames(desk, rows);
  return rows.map((row) => viewRow(row, names));
}

interface Names {
  readonly tasks: ReadonlyMap<TaskId, TaskLabel>;
  readonly members: ReadonlyMap<MemberId, string>;
}

async function readNames({ db, actor }: Desk, rows: readonly EntryRow[]): Promise<Names> {
  return {
    tasks: await readLabels(db, actor.accountId, rows),
    members: await readChangers(db, actor.accountId, rows),
  };
}

function viewRow(row: EntryRow, { tasks, members }: Names): Entry {
  return {
    id: row.id,
    memberId: row.member_id,
    task: row.task_id === null ? null : (tasks.get(row.task_id) ?? null),
    startedAt: row.started_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    zone: row.zone,
    day: row.day,
    note: row.note,
    billable: row.billable,
    tagIds: row.tag_ids,
    changedBy:
      row.changed_by === null || row.changed_at === null
        ? null
        : {
            memberId: row.changed_by,
            name: members.get(row.changed_by) ?? '',
            at: row.changed_at.toISOString(),
          },
  };
}

async function readChangers(
  db: Db,
  accountId: AccountId,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<MemberId, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.changed_by ?? []))];
  if (ids.length === 0) return new Map();
  const members = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(members.map(({ id, name }) => [id, name]));
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
