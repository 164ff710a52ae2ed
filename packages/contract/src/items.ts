import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled } from './fields.ts';
import { taskWithPath } from './tasks.ts';

/** A vendor's item by its kind and the vendor's id, e.g. `task_123`. */
export const itemId = z
  .string()
  .max(250)
  .regex(/^[a-z][a-z-]*_[^\s]+$/, { error: 'must be like task_123' });

/** How a vendor's item stands in Timegrove, to the asking member. */
export const itemStates = [
  'known',
  /** The integration is enabled, but nothing of it has this id. */
  'unknown',
  'archived',
  'not-assigned',
  'no-integration',
] as const;
export type ItemState = (typeof itemStates)[number];

export const findItem = endpoint('GET', '/api/items', {
  summary: 'The task of a vendor’s item, found by the id that the item has at the vendor',
  access: 'member',
  query: z.strictObject({ provider: filled(50), item: itemId }),
  output: z.object({
    state: z.enum(itemStates),
    /** Null where the member may not see it. */
    task: taskWithPath.nullable(),
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
