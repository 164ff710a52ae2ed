import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled, id, instant, text, zone } from './fields.ts';
import { itemName, itemStates } from './items.ts';

/** What the button on a host's page is for: a vendor's item, or free work that only has a note. */
const subject = {
  /** Given together with `item`. */
  provider: filled(50).optional(),
  item: itemName.optional(),
  /** The note of a new entry. Without an item, it is what the free work is known by. */
  note: text(500).default(''),
};

function namesSomething(said: { provider?: unknown; item?: unknown; note: string }): boolean {
  return said.item === undefined
    ? said.provider === undefined && said.note.trim() !== ''
    : said.provider !== undefined;
}
const unnamed = { error: 'must have provider and item, or a note' };

/** What a host's page may know: how its own item stands, nothing about any other task. */
export const pluginState = z.object({
  /** Changes with everything below but the server's clock. */
  version: z.string(),
  /** `other`: the member tracks something that this page is not about. */
  running: z.enum(['this', 'other', 'none']),
  /** Of the timer on `this`. */
  startedAt: instant.nullable(),
  serverTime: instant,
  /** `known` also for free work. */
  item: z.enum(itemStates),
  /** The name that the item's task has; null where the member may not track on it. */
  taskName: z.string().nullable(),
});
export type PluginState = z.output<typeof pluginState>;

export const readPluginState = endpoint('GET', '/api/native-plugin/state', {
  summary:
    'How one item or free work stands for the member; with `since` the answer waits until that version has changed, for 25 seconds at most',
  access: 'member',
  scope: 'plugin',
  query: z
    .strictObject({ ...subject, since: z.string().max(64).optional() })
    .refine(namesSomething, unnamed),
  output: pluginState,
});

export const startFromPage = endpoint('POST', '/api/native-plugin/start', {
  summary: 'Start a timer on an item, or on free work; a running one stops. Idempotent by id',
  access: 'member',
  scope: 'plugin',
  body: z.strictObject({ ...subject, id: id('entry'), zone }).refine(namesSomething, unnamed),
  output: pluginState,
  errors: [
    'item-unknown',
    'item-several',
    'integration-not-active',
    'task-archived',
    'task-not-assigned',
    'id-taken',
  ],
});

export const stopFromPage = endpoint('POST', '/api/native-plugin/stop', {
  summary: 'Stop the timer if it runs on this item or free work; any other timer is left alone',
  access: 'member',
  scope: 'plugin',
  body: z.strictObject(subject).refine(namesSomething, unnamed),
  output: pluginState,
});
