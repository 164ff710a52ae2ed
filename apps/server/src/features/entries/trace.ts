import type { MemberId, TagId, TaskId } from '@timegrove/domain/id.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import { writeAudits } from '../audit/write-audit.ts';
import type { EntryRow } from './entry-view.ts';
import type { HeldMember } from './hold-entry.ts';

/** SQL: what the changed rows of `entry` say of it: only somebody else than their member is named. */
export function changedBy({ actor, now }: Desk) {
  const foreign = sql`entry.member_id <> ${actor.memberId}`;
  return {
    changed_by: sql<MemberId | null>`case when ${foreign} then ${actor.memberId}::uuid end`,
    changed_at: sql<Date | null>`case when ${foreign} then ${now}::timestamptz end`,
  };
}

/** An entry before and after a deed; without a before it is new. */
export interface Traced {
  readonly member: HeldMember;
  readonly before?: EntryRow;
  readonly after: EntryRow;
}

/** Writes into the audit log what the actor does to the time of others; own time leaves no trace there. */
export async function traceTime(
  desk: Desk,
  action: 'added' | 'changed' | 'deleted' | 'undeleted' | 'split' | 'merged',
  deeds: readonly Traced[],
): Promise<void> {
  const foreign = deeds.filter(({ member }) => member.id !== desk.actor.memberId);
  if (foreign.length === 0) return;
  const rows = foreign.flatMap(({ before, after }) => (before ? [before, after] : [after]));
  const names = {
    tasks: await readNames(
      desk,
      'task',
      rows.flatMap(({ task_id }) => task_id ?? []),
    ),
    tags: await readNames(
      desk,
      'tag',
      rows.flatMap(({ tag_ids }) => tag_ids),
    ),
  };
  await writeAudits(
    desk,
    foreign.map(({ member, before, after }) => ({
      action,
      thing: 'entry',
      thingId: after.id,
      name: `${member.name}, ${after.day}`,
      ...(before && { before: fieldsOf(before, names) }),
      after: fieldsOf(after, names),
    })),
  );
}

interface Names {
  readonly tasks: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
}

function fieldsOf(row: EntryRow, { tasks, tags }: Names) {
  return {
    task: row.task_id && tasks.get(row.task_id),
    startedAt: row.started_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    note: row.note,
    billable: row.billable,
    tags: row.tag_ids.map((id) => tags.get(id) ?? id),
    deleted: row.deleted_at !== null,
  };
}

/** What tasks or tags are called at this time, as the audit log tells it. */
async function readNames(
  { db, actor }: Desk,
  table: 'task' | 'tag',
  ids: readonly (TaskId | TagId)[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('account_id', '=', actor.accountId)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
