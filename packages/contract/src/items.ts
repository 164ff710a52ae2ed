import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled } from './fields.ts';
import { taskWithPath } from './tasks.ts';

/**
 * A vendor’s item as a page of the vendor can name it, best first: by its kind and the vendor’s id,
 * `task_123`; by its address, which is the `source.url` of its task; by its name anywhere below
 * another item, `project_5 Draft`.
 */
export const itemName = z
  .string()
  .max(2000)
  .regex(/^(https:\/\/\S+|[a-z][a-z-]*_\S+( \S.*)?)$/, { error: 'must be like task_123' });

/** How a vendor's item stands in Timegrove, to the asking member. */
export const itemStates = [
  'known',
  /** The integration is enabled, but it has nothing of this name. */
  'unknown',
  'archived',
  'not-assigned',
  'no-integration',
  /** The member can track on several tasks that have the name: `choices`. */
  'several',
] as const;
export type ItemState = (typeof itemStates)[number];

export const findItem = endpoint('GET', '/api/items', {
  summary: 'The task of a vendor’s item, found by what a page of the vendor calls the item',
  access: 'member',
  query: z.strictObject({ provider: filled(50), item: itemName }),
  output: z.object({
    state: z.enum(itemStates),
    /** Null where the member may not see it. */
    task: taskWithPath.nullable(),
    /** At most ten, and none in every other state. */
    choices: z.array(taskWithPath),
    /** Null where it is not enabled. */
    integration: z
      .object({
        providerName: z.string(),
        /** Whether Force synchronization brings what is new; else it comes when an administrator saves. */
        hourly: z.boolean(),
        /** `choosing`: nothing is imported yet. `paused`: waits for an administrator. */
        health: z.enum(['working', 'choosing', 'paused']),
      })
      .nullable(),
  }),
});
