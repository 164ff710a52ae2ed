import type { Entry } from '../entries.ts';
import { newId } from '../new-id.ts';

/** An entry for tests, from one clock time of 2026-03-10 (UTC) to another; without an end it runs. */
export function anEntry(start: string, stop: string | null): Entry {
  return {
    id: newId<'entry'>(),
    memberId: newId<'member'>(),
    task: null,
    startedAt: instant(start),
    stoppedAt: stop === null ? null : instant(stop),
    zone: 'UTC',
    day: '2026-03-10',
    note: '',
    billable: false,
    tagIds: [],
    changedBy: null,
  };
}

/** A clock time of 2026-03-10 (UTC) as an instant. */
export function instant(time: string): string {
  return `2026-03-10T${time}:00.000Z`;
}
