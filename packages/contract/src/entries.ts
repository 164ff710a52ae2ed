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
  tagIds: z.array(id('tag')),
  /** Who changed it last, when that was not its member. */
  changedBy: z.object({ memberId: id('member'), name: z.string(), at: instant }).nullable(),
});
export type Entry = z.output<typeof entry>;

const one = z.strictObject({ entryId: id('entry') });
const note = text(5000);

/** The tags of an entry. */
export const tagIds = z.array(id('tag')).max(20);

export const listEntries = endpoint('GET', '/api/entries', {
  summary:
    'The entries of a member (by default the own ones) whose day lies in a range, by start; to a project manager only those on the managed branches',
  access: 'member',
  query: z.strictObject({
    from: day,
    to: day,
    memberId: id('member').optional(),
    /** At most so many, the earliest; without it all. */
    limit: z.coerce.number().int().min(1).optional(),
  }),
  output: z.object({ entries: z.array(entry) }),
});

export const listPeopleTracking = endpoint('GET', '/api/entries/members', {
  summary: 'The members whose time the asker may see, and whether all of it, by name',
  access: 'member',
  output: z.object({
    members: z.array(
      z.object({
        id: id('member'),
        name: z.string(),
        active: z.boolean(),
        /** A project manager sees what is on the managed branches only. */
        sees: z.enum(['everything', 'managed-branches']),
        mayChange: z.boolean(),
      }),
    ),
  }),
});

const errors = [
  'entry-ends-before-start',
  'entry-in-future',
  'entry-too-long',
  'task-archived',
  'task-not-assigned',
  'tag-archived',
  'entry-overlaps',
  'entry-locked',
] as const;

const changeable = {
  taskId: id('task').nullable().optional(),
  startedAt: instant.optional(),
  stoppedAt: instant.optional(),
  note: note.optional(),
  billable: z.boolean().optional(),
  /** In place of the tags it had. */
  tagIds: tagIds.optional(),
};

/** The most entries that one request can change. */
export const mostEntries = 500;
const entryIds = z
  .array(id('entry'))
  .min(1)
  .max(mostEntries)
  .refine(allDiffer, { error: 'must name each entry once' });

function allDiffer(ids: readonly unknown[]): boolean {
  return new Set(ids).size === ids.length;
}

export const addEntry = endpoint('POST', '/api/entries', {
  summary: 'Add time by hand; sending the same id again changes nothing',
  access: 'member',
  scope: 'track',
  body: z.strictObject({
    id: id('entry'),
    taskId: id('task').nullable(),
    startedAt: instant,
    stoppedAt: instant,
    zone,
    note: note.default(''),
    billable: z.boolean().optional(),
    tagIds: tagIds.default([]),
    /** Whose time it is; only an administrator adds for others. */
    memberId: id('member').optional(),
  }),
  output: entry,
  errors: [...errors, 'id-taken', 'entry-by-hand-off'],
});

export const changeEntry = endpoint('PATCH', '/api/entries/:entryId', {
  summary:
    'Change an entry or the running timer; what is left out stays, but billable follows a new task unless it was set by hand',
  access: 'member',
  scope: 'track',
  params: one,
  body: z.strictObject(changeable),
  output: entry,
  errors: [...errors, 'entry-running'],
});

export const changeEntries = endpoint('POST', '/api/entries/changes', {
  summary: 'Change many entries, all or none; the same with the old values takes it back',
  access: 'member',
  scope: 'track',
  body: z.strictObject({
    changes: z
      .array(z.strictObject({ entryId: id('entry'), ...changeable }))
      .min(1)
      .max(mostEntries)
      .refine((changes) => allDiffer(changes.map((change) => change.entryId)), {
        error: 'must name each entry once',
      }),
  }),
  output: z.object({ entries: z.array(entry) }),
  errors: [...errors, 'entry-running'],
});

export const splitEntry = endpoint('POST', '/api/entries/:entryId/split', {
  summary:
    'Split an entry into two that meet; the second gets the new id. The same id again changes nothing',
  access: 'member',
  scope: 'track',
  params: one,
  body: z.strictObject({ id: id('entry'), at: instant }),
  output: z.object({ entries: z.array(entry).length(2) }),
  errors: ['split-outside', 'entry-running', 'entry-overlaps', 'entry-locked', 'id-taken'],
});

export const mergeEntries = endpoint('POST', '/api/entries/merge', {
  summary:
    'Merge entries of one member into the first of them, from the first start to the last end; the same again changes nothing',
  access: 'member',
  scope: 'track',
  body: z.strictObject({
    ids: entryIds.min(2),
    /** Needed when the entries are on different tasks. */
    taskId: id('task').nullable().optional(),
    /** Lets the merged entry also hold time between them that nobody tracked. */
    fillGaps: z.boolean().default(false),
  }),
  output: z.object({
    entry,
    /** The entries as they were: with `changeEntries` and `undeleteEntries` it is taken back. */
    before: z.array(entry),
  }),
  errors: [
    ...errors,
    'entry-running',
    'entry-by-hand-off',
    'merge-different-members',
    'merge-different-tasks',
    'merge-over-gap',
  ],
});

export const deleteEntry = endpoint('DELETE', '/api/entries/:entryId', {
  summary: 'Delete an entry, or discard the running timer; it can be brought back',
  access: 'member',
  scope: 'track',
  params: one,
  output: nothing,
  errors: ['entry-locked'],
});

export const deleteEntries = endpoint('POST', '/api/entries/deletions', {
  summary: 'Delete many entries, all or none; they can be brought back',
  access: 'member',
  scope: 'track',
  body: z.strictObject({ ids: entryIds }),
  output: nothing,
  errors: ['entry-locked'],
});

export const undeleteEntries = endpoint('POST', '/api/entries/undeletions', {
  summary: 'Bring deleted entries back, all or none; those that are there stay as they are',
  access: 'member',
  scope: 'track',
  body: z.strictObject({ ids: entryIds }),
  output: z.object({ entries: z.array(entry) }),
  errors: ['entry-overlaps', 'entry-locked'],
});

export const undeleteEntry = endpoint('POST', '/api/entries/:entryId/undelete', {
  summary: 'Bring a deleted entry back; a discarded timer comes back stopped at its deletion',
  access: 'member',
  scope: 'track',
  params: one,
  output: entry,
  errors: ['entry-not-deleted', 'entry-overlaps', 'entry-locked'],
});
