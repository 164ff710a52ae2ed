import type { Entry } from '@timegrove/contract/entries.ts';
import { addEntry } from '@timegrove/contract/outbox/deeds/add-entry.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import type { EntryId, MemberId, TagId } from '@timegrove/domain/id.ts';
import { readWallTime } from '@timegrove/domain/time/day.ts';
import { hour, minute, type Span } from '@timegrove/domain/time/span.ts';
import { labelOf, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import type { EntryTimes } from './entry-times.ts';

/** An entry while it is being written down. */
export interface Draft {
  readonly task: PickedTask | null;
  readonly times: EntryTimes;
  readonly note: string;
  /** Undefined for a new entry: as its task says. */
  readonly billable: boolean | undefined;
  readonly tagIds: readonly TagId[];
}

/** The draft of an entry that is there. */
export function draftOf(entry: Entry): Draft {
  return {
    task: entry.task,
    times: {
      start: Date.parse(entry.startedAt),
      end: entry.stoppedAt === null ? null : Date.parse(entry.stoppedAt),
      zone: entry.zone,
    },
    note: entry.note,
    billable: entry.billable,
    tagIds: entry.tagIds,
  };
}

/** The draft of a new entry for a stretch of time. */
export function draftFor(span: Span, zone: string): Draft {
  return { task: null, times: { ...span, zone }, note: '', billable: undefined, tagIds: [] };
}

/** What makes the entry as the draft says; null when it already is. */
export function changeOf(draft: Draft, before: Entry): Call | null {
  const was = draftOf(before);
  const { times } = draft;
  const body = {
    ...(draft.task?.id !== was.task?.id && { taskId: draft.task?.id ?? null }),
    ...(times.start !== was.times.start && { startedAt: instant(times.start) }),
    ...(times.end !== was.times.end && times.end !== null && { stoppedAt: instant(times.end) }),
    ...(draft.note !== was.note && { note: draft.note }),
    ...(draft.billable !== undefined &&
      draft.billable !== was.billable && { billable: draft.billable }),
    ...(draft.tagIds.join() !== was.tagIds.join() && { tagIds: [...draft.tagIds] }),
  };
  if (Object.keys(body).length === 0) return null;
  const scene = { entry: before, task: labelOf(draft.task) };
  return changeEntry.call({ params: { entryId: before.id }, body }, scene);
}

/** What makes an entry of the draft. @param memberId whose time it is, if not the own */
export function additionOf(draft: Draft, id: EntryId, memberId?: MemberId): Call {
  const { start, end, zone } = draft.times;
  const body = {
    id,
    taskId: draft.task?.id ?? null,
    startedAt: instant(start),
    stoppedAt: instant(end ?? start),
    zone,
    note: draft.note,
    ...(draft.billable !== undefined && { billable: draft.billable }),
    tagIds: [...draft.tagIds],
    ...(memberId !== undefined && { memberId }),
  };
  return addEntry.call({ body }, { task: labelOf(draft.task) });
}

/**
 * The stretch to propose for time added by hand: the last hour of today, beginning after what was
 * tracked last; from 9 to 10 on another day. Whole minutes.
 */
export function proposedSpan(
  lastEnd: number | undefined,
  when: {
    readonly day: string;
    readonly today: string;
    readonly now: number;
    readonly zone: string;
  },
): Span {
  if (when.day !== when.today) {
    const nine = readWallTime(when.day, '09:00', when.zone).instant;
    const start = Math.max(nine, lastEnd ?? nine);
    return { start, end: start + hour };
  }
  const end = Math.floor(when.now / minute) * minute;
  const start = Math.max(end - hour, lastEnd ?? 0);
  return { start: Math.min(start, end - minute), end };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
