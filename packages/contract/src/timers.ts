import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { entry, tagIds } from './entries.ts';
import { id, instant, text, zone } from './fields.ts';

export const readTimer = endpoint('GET', '/api/timer', {
  summary:
    "The member's one running timer, and the server's clock to compute the elapsed time with",
  access: 'member',
  output: z.object({ running: entry.nullable(), serverTime: instant }),
});

export const startTimer = endpoint('POST', '/api/timers', {
  summary: 'Start a timer; a running one stops at the same instant. Idempotent by id',
  access: 'member',
  scope: 'track',
  body: z.strictObject({
    id: id('entry'),
    taskId: id('task').nullable(),
    /** Left out: now, by the server. Given by a client that was offline or starts in the past, in server time. */
    startedAt: instant.optional(),
    zone,
    note: text(5000).default(''),
    tagIds: tagIds.default([]),
  }),
  output: entry,
  errors: [
    'task-archived',
    'task-not-assigned',
    'tag-archived',
    'entry-in-future',
    'entry-too-long',
    'id-taken',
  ],
});

export const stopTimer = endpoint('POST', '/api/timers/:entryId/stop', {
  summary: 'Stop a timer; of two stops for one timer the earlier one stands',
  access: 'member',
  scope: 'track',
  params: z.strictObject({ entryId: id('entry') }),
  body: z.strictObject({ stoppedAt: instant.optional() }),
  output: entry,
  errors: ['entry-ends-before-start', 'entry-in-future'],
});
