import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { day, id, instant, text, zone } from './fields.ts';

/** What an entry shows of its task, also when the task is archived or no longer assigned. */
export const taskLabel = z.object({
  id: id('task'),
  name: z.string(),
  /** Names from the root to the parent. */
  path: z.array(z.string()),
  color: z.string().nullable(),
  archived: z.boolean(),
  /** The provider of an imported task. */
  provider: z.string().nullable(),
});

/** A stretch of one member's time. A running timer is an entry without an end. */
export const entry = z.object({
  id: id('entry'),
  memberId: id('member'),
  /** Null: “No task”. */
  task: taskLabel.nullable(),
  startedAt: instant,
  stoppedAt: instant.nullable(),
  /** The IANA zone of the person at that time. */
  zone: z.string(),
  /** The day on which it started in that zone. */
  day,
  note: z.string(),
  billable: z.boolean(),
});
export type Entry = z.output<typeof entry>;

const one = z.strictObject({ entryId: id('entry') });
const note = text(5000);

export const listEntries = endpoint('GET', '/api/entries', {
  summary: 'The entries of a member (by default the own ones) whose day lies in a range, by start',
  access: 'member',
  query: z.strictObject({ from: day, to: day, memberId: id('member').optional() }),
  output: z.object({ entries: z.array(entry) }),
});

const errors = [
  'entry-ends-before-start',
  'entry-in-future',
  'entry-too-long',
  'task-archived',
  'task-not-assigned',
] as const;

export const addEntry = endpoint('POST', '/api/entries', {
  summary: 'Add time by hand; sending the same id again changes nothing',
  access: 'member',
  body: z.strictObject({
    id: id('entry'),
    taskId: id('task').nullable(),
    startedAt: instant,
    stoppedAt: instant,
    zone,
    note: note.default(''),
    billable: z.boolean().optional(),
  }),
  output: entry,
  errors: [...errors, 'id-taken'],
});

export const changeEntry = endpoint('PATCH', '/api/entries/:entryId', {
  summary:
    'Change an entry or the running timer; what is left out stays, but billable follows a new task unless it was set by hand',
  access: 'member',
  params: one,
  body: z.strictObject({
    taskId: id('task').nullable().optional(),
    startedAt: instant.optional(),
    stoppedAt: instant.optional(),
    note: note.optional(),
    billable: z.boolean().optional(),
  }),
  output: entry,
  errors: [...errors, 'entry-running'],
});

export const deleteEntry = endpoint('DELETE', '/api/entries/:entryId', {
  summary: 'Delete an entry, or discard the running timer; it can be brought back',
  access: 'member',
  params: one,
  output: nothing,
});

export const undeleteEntry = endpoint('POST', '/api/entries/:entryId/undelete', {
  summary: 'Bring a deleted entry back; a discarded timer comes back stopped at its deletion',
  access: 'member',
  params: one,
  output: entry,
  errors: ['entry-not-deleted'],
});
