import { DomainError } from '@timegrove/domain/rule.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { ensureHandMade, ensureStart } from '@timegrove/domain/timesheet/limits.ts';
import type { EntryRow } from './entry-view.ts';
import type { EntryValues } from './write-entries.ts';

interface NewTimes {
  readonly startedAt?: string | undefined;
  readonly stoppedAt?: string | undefined;
}

type Times = Pick<EntryValues, 'started_at' | 'stopped_at' | 'day' | 'edited_at'>;

/** What the times of an entry become. @throws DomainError where a person cannot have meant them */
export function planTimes(entry: EntryRow, change: NewTimes, now: Date): Times {
  const { stopped_at: end } = entry;
  return end === null
    ? { ...timesOf(entry), ...changeRunning(entry, change, now.getTime()) }
    : { ...timesOf(entry), ...changeFinished(entry, end, change, now) };
}

function timesOf({ started_at, stopped_at, day, edited_at }: EntryRow): Times {
  return { started_at, stopped_at, day, edited_at };
}

/** The end of a running timer is set by stopping it; its start is not confirmed by hand until then. */
function changeRunning(entry: EntryRow, change: NewTimes, now: number) {
  if (change.stoppedAt !== undefined) throw new DomainError('entry-running');
  if (change.startedAt === undefined) return {};
  const asked = Date.parse(change.startedAt);
  ensureStart(asked, now);
  const startedAt = Math.min(asked, now);
  return { started_at: new Date(startedAt), day: dayOf(startedAt, entry.zone) };
}

function changeFinished(entry: EntryRow, end: Date, change: NewTimes, now: Date) {
  const was = { startedAt: entry.started_at.getTime(), stoppedAt: end.getTime() };
  const times = {
    startedAt: change.startedAt === undefined ? was.startedAt : Date.parse(change.startedAt),
    stoppedAt: change.stoppedAt === undefined ? was.stoppedAt : Date.parse(change.stoppedAt),
  };
  // Sent back as they were: nobody set them, and a timer of no length may stay one.
  if (times.startedAt === was.startedAt && times.stoppedAt === was.stoppedAt) return {};
  ensureHandMade({ ...times, lastedBefore: was.stoppedAt - was.startedAt }, now.getTime());
  return {
    started_at: new Date(times.startedAt),
    stopped_at: new Date(times.stoppedAt),
    day: dayOf(times.startedAt, entry.zone),
    edited_at: now,
  };
}
