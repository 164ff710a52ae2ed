import type { EntryId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { earliestStart } from '@timegrove/domain/timesheet/limits.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';
import type { HeldMember } from './hold-entry.ts';

/** An entry that was just given its times. */
export interface Placed {
  readonly member: HeldMember;
  readonly after: EntryRow;
}

/**
 * Refuses stored times that lie over other time of the same member, where the account wants none to.
 * Time longer than a start may lie back is not looked for, so that the search does not grow with the
 * member's years of entries. @throws DomainError entry-overlaps
 */
export async function refuseOverlaps(desk: Desk, placed: readonly Placed[]): Promise<void> {
  const ids = placed.flatMap(({ member, after }) =>
    member.rules.overlapsAllowed ? [] : [after.id],
  );
  if (ids.length === 0) return;
  const overlap = await findOverlap(desk, ids);
  if (overlap === undefined) return;
  const { id, task, zone, started_at, stopped_at } = overlap;
  throw new DomainError('entry-overlaps', {
    entryId: id,
    other: task ?? 'No task',
    from: wallTimeOf(started_at.getTime(), zone),
    to: wallTimeOf((stopped_at ?? desk.now).getTime(), zone),
  });
}

interface Overlapped {
  readonly id: EntryId;
  readonly task: string | null;
  readonly zone: string;
  readonly started_at: Date;
  readonly stopped_at: Date | null;
}

async function findOverlap(
  { db, actor, now }: Desk,
  ids: readonly EntryId[],
): Promise<Overlapped | undefined> {
  const { rows } = await sql<Overlapped>`
    select other.id, other.zone, other.started_at, other.stopped_at, task.name as task
    from entry
    join entry other
      on other.account_id = entry.account_id
      and other.member_id = entry.member_id
      and other.id <> entry.id
      and other.deleted_at is null
      and other.started_at < coalesce(entry.stopped_at, ${now})
      and other.started_at > entry.started_at - make_interval(hours => ${earliestStart}::int)
      and coalesce(other.stopped_at, ${now}) > entry.started_at
    left join task on task.account_id = other.account_id and task.id = other.task_id
    where entry.account_id = ${actor.accountId} and entry.id = any(${ids}::uuid[])
    order by other.started_at
    limit 1
  `.execute(db);
  return rows[0];
}
