import type { TaskId } from '@timegrove/domain/id.ts';
import type { Archive, Change, Move, Rename } from '@timegrove/domain/tree/plan.ts';
import { sql } from 'kysely';
import type { Wishes } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import { lockTree } from '../tasks/lock-tree.ts';
import { stopTimersOn } from '../timers/stop-timers-on.ts';
import type { Work } from './engine.ts';

/** Moves tasks, then sets every lineage below the integration's root right in one statement. */
export async function moveTasks(db: Db, work: Work, moves: readonly Move[]): Promise<void> {
  await lockTree(db, work.accountId);
  const rows = moves.map(({ task, parentId }) => ({ id: task.id, parentId }));
  await sql`
    update task set parent_id = move."parentId"
    from json_to_recordset(${JSON.stringify(rows)}) as move (id uuid, "parentId" uuid)
    where task.account_id = ${work.accountId} and task.id = move.id
  `.execute(db);
  await sql`
    with recursive branch as (
      select id, lineage from task where account_id = ${work.accountId} and id = ${work.rootTaskId}
      union all
      select child.id, branch.lineage || child.id
      from branch join task child on child.account_id = ${work.accountId} and child.parent_id = branch.id
    )
    update task set lineage = branch.lineage
    from branch
    where task.account_id = ${work.accountId} and task.id = branch.id
      and task.lineage is distinct from branch.lineage
  `.execute(db);
}

/** Gives tasks the names their items have now. */
export async function renameTasks(db: Db, work: Work, renames: readonly Rename[]): Promise<void> {
  const rows = renames.map(({ task, name }) => ({ id: task.id, name }));
  await sql`
    update task set name = rename.name
    from json_to_recordset(${JSON.stringify(rows)}) as rename (id uuid, name text)
    where task.account_id = ${work.accountId} and task.id = rename.id
  `.execute(db);
}

/** Archives tasks; a timer that runs on one of them stops now. */
export async function archiveTasks(
  db: Db,
  work: Work,
  archives: readonly Archive[],
  now: Date,
  wishes: Wishes,
): Promise<void> {
  await setReasons(db, work, archives, now);
  const ids = archives.map(({ task }) => task.id);
  await stopTimersOn({ db, now, tell: wishes.tell }, work.accountId, ids);
}

/** Gives archived tasks another reason; since when they are archived stays. */
export async function relabelTasks(
  db: Db,
  work: Work,
  relabels: readonly Archive[],
): Promise<void> {
  await setReasons(db, work, relabels, null);
}

async function setReasons(
  db: Db,
  work: Work,
  archives: readonly Archive[],
  at: Date | null,
): Promise<void> {
  const rows = archives.map(({ task, reason }) => ({ id: task.id, reason }));
  await sql`
    update task set archived_reason = archive.reason, archived_at = coalesce(archived_at, ${at})
    from json_to_recordset(${JSON.stringify(rows)}) as archive (id uuid, reason text)
    where task.account_id = ${work.accountId} and task.id = archive.id
  `.execute(db);
}

/** Brings tasks back from the Archived tasks. */
export async function restoreTasks(db: Db, work: Work, restores: readonly Change[]): Promise<void> {
  await db
    .updateTable('task')
    .set({ archived_at: null, archived_reason: null })
    .where('account_id', '=', work.accountId)
    .where('id', '=', sql<TaskId>`any(${restores.map(({ task }) => task.id)}::uuid[])`)
    .execute();
}
