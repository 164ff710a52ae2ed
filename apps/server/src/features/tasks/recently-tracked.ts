import type { TaskId } from '@timegrove/domain/id.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../http/desk.ts';

/** How many of a member's latest entries are looked at; keeps the cost the same however many there are. */
const latestEntries = 500;

/** SQL: the tasks of the member's latest entries, each with the moment it was last started on. */
export function recentlyTracked(actor: Actor): RawBuilder<{ task_id: TaskId; at: Date }> {
  return sql<{ task_id: TaskId; at: Date }>`(
    select latest.task_id, max(latest.started_at) as at
    from (
      select entry.task_id, entry.started_at from entry
      where entry.account_id = ${actor.accountId}
        and entry.member_id = ${actor.memberId}
        and entry.deleted_at is null
      order by entry.started_at desc
      limit ${latestEntries}
    ) latest
    where latest.task_id is not null
    group by latest.task_id
  )`;
}
