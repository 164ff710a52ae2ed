import type { EntryId, MemberId, TagId, TaskId } from '@timegrove/domain/id.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Desk } from '../../http/desk.ts';
import type { EntryRow } from './entry-view.ts';

/** The member's entry that was made when this id was sent before, if it was. @throws DomainError id-taken */
export async function findSentBefore(
  desk: Desk,
  id: EntryId,
  memberId = desk.actor.memberId,
): Promise<EntryRow | undefined> {
  const sent = await desk.db
    .selectFrom('entry')
    .selectAll()
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (sent !== undefined && sent.member_id !== memberId) {
    throw new DomainError('id-taken');
  }
  return sent;
}

interface NewEntry {
  readonly id: EntryId;
  readonly memberId: MemberId;
  readonly taskId: TaskId | null;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly zone: string;
  readonly note: string;
  readonly billable: boolean;
  readonly tagIds: readonly TagId[];
  readonly byHand: boolean;
}

/** Stores an entry. @throws DomainError id-taken when another member was faster with the id */
export async function insertEntry(desk: Desk, entry: NewEntry): Promise<EntryRow> {
  const row = await desk.db
    .insertInto('entry')
    .values({
      account_id: desk.actor.accountId,
      member_id: entry.memberId,
      id: entry.id,
      task_id: entry.taskId,
      started_at: new Date(entry.startedAt),
      stopped_at: entry.stoppedAt === null ? null : new Date(entry.stoppedAt),
      zone: entry.zone,
      day: dayOf(entry.startedAt, entry.zone),
      note: entry.note,
      billable: entry.billable,
      tag_ids: [...new Set(entry.tagIds)],
      ...(entry.memberId !== desk.actor.memberId && {
        changed_by: desk.actor.memberId,
        changed_at: desk.now,
      }),
      edited_at: entry.byHand ? desk.now : null,
      created_at: desk.now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('id-taken');
  return row;
}
