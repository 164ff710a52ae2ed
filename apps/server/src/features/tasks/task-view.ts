import type { Task, TaskWithPath } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { roleOn } from '@timegrove/domain/people/may.ts';
import { sql } from 'kysely';
import type { Actor, Desk } from '../../http/desk.ts';
import { findTask, type TaskRow } from './find-task.ts';
import { isReadOnly } from './read-only.ts';

/** Shows a task as the asking member sees it. */
export function viewTask(actor: Actor, row: TaskRow): Task {
  const role = roleOn(actor, row.lineage) ?? null;
  return {
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    note: row.note,
    color: row.color,
    billable: row.billable,
    tagIds: row.tag_ids,
    keywords: row.keywords,
    budgetMinutes: row.budget_minutes,
    archived: viewArchived(row),
    source: viewSource(row),
    childCount: row.child_count,
    role,
    trackable: role !== null && row.archived_at === null,
  };
}

/** Shows tasks with the names above them, which are looked up all at once. */
export async function viewWithPaths(desk: Desk, rows: readonly TaskRow[]): Promise<TaskWithPath[]> {
  const names = await readNames(desk, rows);
  return rows.map((row) => withPath(desk.actor, row, names));
}

/** Reads one task and shows it with its path: the answer of every verb about one task. */
export async function answerTask(desk: Desk, taskId: TaskId): Promise<TaskWithPath> {
  const row = await findTask(desk, taskId);
  return withPath(desk.actor, row, await readNames(desk, [row]));
}

type Names = ReadonlyMap<TaskId, string>;

function withPath(actor: Actor, row: TaskRow, names: Names): TaskWithPath {
  const above = row.lineage.slice(0, -1);
  return { ...viewTask(actor, row), path: above.map((id) => ({ id, name: names.get(id) ?? '' })) };
}

/** Reads the names above tasks, all at once. */
export async function readNames(
  desk: Desk,
  rows: readonly Pick<TaskRow, 'lineage'>[],
): Promise<Names> {
  const above = new Set(rows.flatMap((row) => row.lineage.slice(0, -1)));
  if (above.size === 0) return new Map();
  const named = await desk.db
    .selectFrom('task')
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', sql<TaskId>`any(${[...above]}::uuid[])`)
    .select(['id', 'name'])
    .execute();
  return new Map(named.map(({ id, name }) => [id, name]));
}

function viewArchived(row: TaskRow): Task['archived'] {
  if (row.archived_at === null || row.archived_reason === null) return null;
  return { at: row.archived_at.toISOString(), reason: row.archived_reason };
}

function viewSource(row: TaskRow): Task['source'] {
  if (row.provider === null) return null;
  return {
    provider: row.provider,
    kind: row.item_kind ?? '',
    url: row.item_url,
    readOnly: isReadOnly(row),
  };
}
