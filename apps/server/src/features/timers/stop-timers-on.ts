import type { AccountId, TaskId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { PublicDesk } from '../../http/desk.ts';

/** Stops, now, whatever timers run on tasks that no new time can be put on any more. */
export async function stopTimersOn(
  { db, now, tell }: Pick<PublicDesk, 'db' | 'now' | 'tell'>,
  accountId: AccountId,
  taskIds: readonly TaskId[],
): Promise<void> {
  const stopped = await db
    .updateTable('entry')
    .set({ stopped_at: sql<Date>`greatest(started_at, ${now})` })
    .where('account_id', '=', accountId)
    .where('task_id', '=', sql<TaskId>`any(${taskIds}::uuid[])`)
    .where('stopped_at', 'is', null)
    .where('deleted_at', 'is', null)
    .returning('member_id')
    .execute();
  for (const { member_id: memberId } of stopped) {
    tell({ accountId, topic: 'timer', memberId });
    tell({ accountId, topic: 'entries', memberId });
  }
}
