import { z } from 'zod';
import { entry, taskLabel } from '../entries.ts';
import { refusal } from '../errors.ts';
import { id, instant } from '../fields.ts';

/** What of a deed only the screen needs until the server has answered. */
export const scene = z.object({
  /** The entry that it was done to, as it was seen then. */
  entry: entry.optional(),
  /** What becomes of several entries, as far as can be told. */
  entries: z.array(entry).optional(),
  /** What the task that is sent by its id looks like. */
  task: taskLabel.nullable().optional(),
});
export type Scene = z.output<typeof scene>;

/** Something that a person did: the deed by its name, and what its endpoint is given. */
export const call = z.object({ deed: z.string(), given: z.unknown(), scene: scene.catch({}) });
export type Call = z.output<typeof call>;

/** A call in the outbox. */
export const item = call.extend({
  /** Its place: the outbox sends in this order. */
  seq: z.number().int(),
  /** The server carries it out once, however often it comes. Missing in what an older version wrote. */
  key: z.uuid().optional(),
  /** Nobody else's session ever sends it. */
  memberId: id('member'),
  /** When it was done, in server time. */
  at: instant,
  /** Why the server refused it: it is set aside until a person decides. Null: it waits to be sent. */
  refusal: refusal.nullable().catch(null),
  /** The server has it, and answers that show it have not come yet. */
  landed: z.literal(true).optional(),
});
export type Item = z.output<typeof item>;
