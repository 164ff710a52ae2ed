import { entry, taskLabel } from '@timegrove/contract/entries.ts';
import { languages } from '@timegrove/domain/people/language.ts';
import { z } from 'zod';
import { lostPlace } from './messages.ts';

/** The name of the port over which popup and options page talk with the background. */
export const windowPort = 'window';

const task = taskLabel.nullable();
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['keep', 'discard', 'continue']) }),
  z.object({ kind: z.literal('move'), task }),
]);

/** What a window of the extension says to the background. */
export const windowSays = z.discriminatedUnion('say', [
  z.object({ say: z.literal('start'), task, note: z.string() }),
  z.object({ say: z.literal('stop') }),
  /** Switches to a task; a timer without one is told its task. */
  z.object({ say: z.literal('pick'), task }),
  z.object({ say: z.literal('note'), note: z.string() }),
  z.object({ say: z.literal('answer-away'), answer }),
  z.object({ say: z.literal('synchronize') }),
  z.object({ say: z.literal('try-again'), seq: z.number() }),
  z.object({ say: z.literal('drop'), seq: z.number() }),
  z.object({ say: z.literal('forget-lost') }),
  z.object({ say: z.literal('forget-notice') }),
  z.object({ say: z.literal('forget-choosing') }),
  /** Looks for tasks; an empty query asks for favourites and recent ones. Answered by `found`. */
  z.object({ say: z.literal('find'), number: z.number(), query: z.string() }),
  /** Looks below a task, or at the projects. Answered by `found`. */
  z.object({ say: z.literal('look-below'), number: z.number(), task }),
  /** The permission for the server's origin has been given. */
  z.object({ say: z.literal('sign-in'), server: z.string() }),
  z.object({ say: z.literal('use-token'), server: z.string(), token: z.string() }),
  z.object({ say: z.literal('cancel-sign-in') }),
  z.object({ say: z.literal('disconnect') }),
  z.object({
    say: z.literal('behave'),
    asksAway: z.boolean().optional(),
    language: z.enum(languages).nullable().optional(),
  }),
  z.object({ say: z.literal('stay') }),
]);
export type WindowSays = z.output<typeof windowSays>;

/** A task that is offered; with a refusal no time can be put on it. */
export const offered = taskLabel.extend({
  refusal: z.string().exactOptional(),
  below: z.number().exactOptional(),
});

/** Something that is not with the server yet. */
const waiting = z.object({
  seq: z.number(),
  what: z.enum(['start', 'stop', 'change']),
  taskName: z.string().nullable(),
  at: z.string(),
  /** Why the server refused it; null: it waits. */
  refusal: z.string().nullable(),
});

/** What the windows show. */
export const windowState = z.object({
  connection: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    /** Somebody has to allow it in a window of the server, by this code. */
    z.object({ state: z.literal('asking'), server: z.string(), code: z.string() }),
    z.object({
      state: z.enum(['ready', 'away', 'refused']),
      server: z.string(),
      memberName: z.string(),
      email: z.string(),
    }),
  ]),
  timer: z.object({ entry, waiting: z.enum(['start', 'stop']).nullable() }).nullable(),
  clockOffset: z.number(),
  /** Changes when other tasks are at hand. */
  tasksKnown: z.string(),
  /** Finished time of today, in milliseconds, and whether the running timer began today. */
  today: z.object({ finished: z.number(), countsRunning: z.boolean() }),
  waiting: z.array(waiting),
  lost: z.array(lostPlace),
  /** A stretch of the running timer to ask about. */
  away: z.object({ start: z.number(), end: z.number() }).nullable(),
  /** The title of a vendor's item for which a task is to be chosen. */
  choosing: z.string().nullable(),
  notice: z.object({ kind: z.enum(['done', 'trouble']), text: z.string() }).nullable(),
  asksAway: z.boolean(),
  /** After so many minutes; null: the member is never asked. */
  idleMinutes: z.number().nullable(),
  chosenLanguage: z.enum(languages).nullable(),
  language: z.enum(languages),
});
export type WindowState = z.output<typeof windowState>;

/** What the background tells a window. */
export const windowHears = z.discriminatedUnion('hear', [
  z.object({ hear: z.literal('state'), state: windowState }),
  z.object({
    hear: z.literal('found'),
    number: z.number(),
    /** Null: it failed, and `reason` says why. */
    tasks: z.array(offered).nullable(),
    /** How many at the head are favourites. */
    favourites: z.number(),
    /** Whether there are more than these. */
    more: z.boolean(),
    reason: z.string(),
  }),
]);
export type WindowHears = z.output<typeof windowHears>;
