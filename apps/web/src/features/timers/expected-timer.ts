import type { Entry } from '@timegrove/contract/entries.ts';
import type { EntryId, MemberId } from '@timegrove/domain/id.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';

/** What is to be tracked now. */
export interface Start {
  readonly id: EntryId;
  readonly task: PickedTask | null;
  readonly note: string;
}

/** Whose timer it is, where, and when. */
export interface Starter {
  readonly memberId: MemberId;
  readonly zone: string;
  /** The server's time in milliseconds. */
  readonly now: number;
}

/** The timer as it will look once the server has started it. */
export function expectedTimer(start: Start, starter: Starter): Entry {
  return {
    id: start.id,
    memberId: starter.memberId,
    task: start.task && { ...start.task, path: [...start.task.path] },
    startedAt: new Date(starter.now).toISOString(),
    stoppedAt: null,
    zone: starter.zone,
    day: dayOf(starter.now, starter.zone),
    note: start.note,
    billable: false,
    tagIds: [],
    changedBy: null,
  };
}
