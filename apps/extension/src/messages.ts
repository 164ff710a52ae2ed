import { id, instant } from '@timegrove/contract/fields.ts';
import { languages } from '@timegrove/domain/people/language.ts';
import { z } from 'zod';

/** The name of the port over which a vendor's page and the background talk. */
export const pagePort = 'page';

/** An item of a vendor, e.g. `{ provider: '…', item: 'task_123' }`. */
const item = z.object({ provider: z.string().max(50), item: z.string().max(2000) });

/** What a vendor's page says to the background. */
export const pageSays = z.discriminatedUnion('say', [
  /** Asks for the state of an item now and whenever it changes, as long as the port is open. */
  item.extend({ say: z.literal('follow-item') }),
  item.extend({ say: z.literal('unfollow-item') }),
  /**
   * Starts on an item that is known, or on one of the tasks that it can be; what runs stops at the
   * same instant.
   */
  item.extend({
    say: z.literal('start-item'),
    taskId: id('task').nullable(),
    note: z.string().max(5000),
  }),
  /** Opens the popup to choose a task in place of an item; its title is offered as note. */
  item.extend({ say: z.literal('choose-task'), title: z.string().max(5000) }),
  /** Stops the timer if it runs on this item. */
  item.extend({ say: z.literal('stop') }),
  /** Asks the server to read the vendors anew, because an item is not imported yet. */
  item.extend({ say: z.literal('synchronize') }),
  /** The item is open, but there is no place for its button on the page. */
  item.extend({
    say: z.literal('lost-place'),
    title: z.string().max(5000),
    address: z.string().max(2000),
  }),
  /** The place is there again, or the item is not open any more. */
  item.extend({ say: z.literal('found-place') }),
  z.object({ say: z.literal('open-popup') }),
  z.object({ say: z.literal('open-options') }),
  /** Somebody looks at the page: said every 20 seconds, so that the background stays awake. */
  z.object({ say: z.literal('stay') }),
]);
export type PageSays = z.output<typeof pageSays>;

/** What the background tells a vendor's page about an item that it follows. */
export const itemState = item.extend({
  connection: z.enum(['none', 'refused', 'ready']),
  server: z.string().nullable(),
  /** How the server knows the item; `asking`: not answered yet, `away`: it cannot be reached. */
  state: z.enum([
    'asking',
    'away',
    'known',
    'unknown',
    'archived',
    'not-assigned',
    'no-integration',
    /** Several tasks have the name by which the page names the item: `choices`. */
    'several',
  ]),
  choices: z.array(z.object({ id: id('task'), name: z.string(), path: z.string() })),
  /** Whether a synchronization brings what is new at the vendor. */
  hourly: z.boolean(),
  taskName: z.string().nullable(),
  running: z.enum(['this', 'other', 'none']),
  startedAt: instant.nullable(),
  /** Milliseconds by which the server's clock is ahead of this one. */
  clockOffset: z.number(),
  /** A start or stop that the server has not confirmed yet. */
  waiting: z.enum(['start', 'stop']).nullable(),
  /** Why what was last asked for here was not done, as a sentence in the reader's language. */
  trouble: z.string().nullable(),
  language: z.enum(languages),
});
export type ItemState = z.output<typeof itemState>;

/** A page of a vendor on which a button found no place. */
export const lostPlace = item.extend({ title: z.string(), address: z.string() });
