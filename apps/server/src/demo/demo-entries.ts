import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, EntryId, MemberId, TaskId } from '@timegrove/domain/id.ts';

/** A task that people of the demo track on. */
export interface TrackedTask {
  readonly id: TaskId;
  readonly billable: boolean;
}

interface DemoEntry {
  account_id: AccountId;
  id: EntryId;
  member_id: MemberId;
  task_id: TaskId;
  started_at: Date;
  stopped_at: Date;
  zone: string;
  day: string;
  note: string;
  billable: boolean;
  created_at: Date;
}

const hour = 3_600_000;
const dayMs = 24 * hour;
const days = 14;
/** Start and length of a working day's stretches, in hours of UTC. */
const stretches = [
  { from: 7.25, hours: 1.5 },
  { from: 8.85, hours: 2.1 },
  { from: 11.75, hours: 1.75 },
  { from: 13.6, hours: 2.25 },
];
const notes = ['', 'Review with the client', '', 'First draft', 'Fixes from yesterday', ''];

/** Two weeks of finished working days, so that every screen has something to show. */
export function demoEntries(given: {
  accountId: AccountId;
  members: readonly MemberId[];
  tasks: readonly TrackedTask[];
  now: Date;
}): DemoEntry[] {
  const midnight = Math.floor(given.now.getTime() / dayMs) * dayMs;
  const workdays = Array.from({ length: days }, (_, back) => midnight - (back + 1) * dayMs).filter(
    isWorkday,
  );
  return workdays.flatMap((day, dayIndex) =>
    given.members.flatMap((member, memberIndex) =>
      stretches.map(({ from, hours }, index): DemoEntry => {
        const turn = dayIndex * 3 + memberIndex * 5 + index;
        const task = given.tasks[turn % given.tasks.length] ?? failNoTasks();
        // A few minutes of difference make believable days.
        const start = new Date(day + from * hour + (turn % 7) * 60_000);
        return {
          account_id: given.accountId,
          id: newId<'entry'>(),
          member_id: member,
          task_id: task.id,
          started_at: start,
          stopped_at: new Date(start.getTime() + hours * hour - (turn % 5) * 120_000),
          zone: 'Europe/Berlin',
          day: start.toISOString().slice(0, 10),
          billable: task.billable,
          note: notes[turn % notes.length] ?? '',
          created_at: given.now,
        };
      }),
    ),
  );
}

function isWorkday(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function failNoTasks(): never {
  throw new RangeError('the demo needs tasks to put time on');
}
