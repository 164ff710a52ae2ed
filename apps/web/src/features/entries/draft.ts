import type { Entry } from '@timegrove/contract/entries.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { readWallTime } from '@timegrove/domain/time/day.ts';
import { hour, minute, type Span } from '@timegrove/domain/time/span.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import type { EntryTimes } from './entry-times.ts';
import type { EntryDeed } from './use-entry-deeds.ts';

/** An entry while it is being written down. */
export interface Draft {
  readonly task: PickedTask | null;
  readonly times: EntryTimes;
  readonly note: string;
  /** Undefined for a new entry: as its task says. */
  readonly billable: boolean | undefined;
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
  };
}

/** The draft of a new entry for a stretch of time. */
export function draftFor(span: Span, zone: string): Draft {
  return { task: null, times: { ...span, zone }, note: '', billable: undefined };
}

/** What to send so that the entry becomes as the draft says; null when it already is. */
export function deedOf(draft: Draft, before: Entry): EntryDeed | null {
  const was = draftOf(before);
  const { times } = draft;
  const body = {
    ...(draft.task?.id !== was.task?.id && { taskId: draft.task?.id ?? null }),
    ...(times.start !== was.times.start && { startedAt: instant(times.start) }),
    ...(times.end !== was.times.end && times.end !== null && { stoppedAt: instant(times.end) }),
    ...(draft.note !== was.note && { note: draft.note }),
    ...(draft.billable !== undefined &&
      draft.billable !== was.billable && { billable: draft.billable }),
  };
  return Object.keys(body).length === 0 ? null : { kind: 'change', entryId: before.id, body };
}

/** What to send so that the draft becomes an entry. */
export function additionOf(draft: Draft, id: EntryId): EntryDeed {
  const { start, end, zone } = draft.times;
  return {
    kind: 'add',
    body: {
      id,
      taskId: draft.task?.id ?? null,
      startedAt: instant(start),
      stoppedAt: instant(end ?? start),
      zone,
      note: draft.note,
      ...(draft.billable !== undefined && { billable: draft.billable }),
    },
  };
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
