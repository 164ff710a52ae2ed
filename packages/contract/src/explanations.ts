import { archivedReasons } from '@timegrove/domain/tree/task.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled, id, instant } from './fields.ts';
import { triggers } from './runs.ts';

/** Why an imported task is here (rule 14). */
export const explanation = z.object({
  provider: z.string(),
  /** The item it remembers. */
  item: z.object({ kind: z.string(), remoteId: z.string(), url: z.string().nullable() }),
  /** Whose credential sees it; null once the integration is unlinked. */
  owner: z.string().nullable(),
  linked: z.boolean(),
  /** Everything is imported, or what was ticked; null where nothing can be selected. */
  selection: z.enum(['all', 'ticked']).nullable(),
  /** The run that made the task. */
  madeBy: z.object({ runId: id('run'), trigger: z.enum(triggers), at: instant }).nullable(),
  archived: z.object({ at: instant, reason: z.enum(archivedReasons) }).nullable(),
  /** The newest recorded change of the task. */
  lastChange: z
    .object({
      action: z.string(),
      at: instant,
      before: z.string().nullable(),
      after: z.string().nullable(),
    })
    .nullable(),
});
export type Explanation = z.output<typeof explanation>;

export const explainTask = endpoint('GET', '/api/tasks/:taskId/explanation', {
  summary: 'Why an imported task is here; not found for an own task',
  access: 'member',
  params: z.strictObject({ taskId: id('task') }),
  output: explanation,
});

/** What is known of an item by its name. */
export const sighting = z.object({
  kind: z.string(),
  name: z.string(),
  /** Names from the root to the parent, for what is in the tree. */
  path: z.array(z.string()),
  taskId: id('task').nullable(),
  /** `here`: in the tree and active. Otherwise why it is not: a reason of the Archived tasks, or why the last run left it out. */
  verdict: z.enum([
    'here',
    ...archivedReasons,
    'archived',
    'deleted',
    'completed',
    'no-parent',
    'not-visible',
    'not-read-completely',
    'no-feature',
  ]),
});

export const explainAbsence = endpoint('GET', '/api/integrations/:integrationId/absence', {
  summary:
    'Why an item is not here: what the tree and the last run know of this name. Nothing found means that the credential does not see it, or that something above it is not imported',
  access: 'administrator',
  params: z.strictObject({ integrationId: id('integration') }),
  query: z.strictObject({ name: filled(1000) }),
  output: z.object({
    sightings: z.array(sighting),
    /** When the vendor was last read, and what could not be read then. */
    lastRead: z
      .object({ at: instant, state: z.string(), reason: z.string().nullable() })
      .nullable(),
    /** What can be selected but is not ticked, by the last run. */
    notSelected: z.array(z.string()),
  }),
});
