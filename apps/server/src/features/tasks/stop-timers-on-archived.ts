import type { AccountId, MemberId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Db } from '../../database/schema.ts';

/** Stops every running timer of the account whose task is archived; gives whose they were. */
export async function stopTimersOnArchived(
  db: Db,
  accountId: AccountId,
  at: Date,
): Promise<readonly MemberId[]> {
  const stopped = await db
    .updateTable('entry')
    .from('task')
    .set({ stopped_at: sql<Date>`greatest(entry.started_at, ${at})` })
    .where('entry.account_id', '=', accountId)
    .where('entry.stopped_at', 'is', null)
    .where('entry.deleted_at', 'is', null)
    .whereRef('task.account_id', '=', 'entry.account_id')
    .whereRef('task.id', '=', 'entry.task_id')
    .where('task.archived_at', 'is not', null)
    .returning('entry.member_id')
    .execute();
  return stopped.map((entry) => entry.member_id);
}
