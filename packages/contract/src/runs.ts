import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { count, id, instant } from './fields.ts';

/** What started a run. */
export const triggers = [
  'enable',
  'save',
  're-enable',
  'hourly',
  'force',
  'approval',
  'preview',
] as const;

/** How a run stands. `held` and `previewed` have a plan that was not applied. */
export const runStates = [
  'waiting',
  'reading',
  'applying',
  'done',
  'partial',
  'held',
  'previewed',
  'failed',
  'cancelled',
] as const;

const counts = z.object({
  seen: z.number().int(),
  created: z.number().int(),
  renamed: z.number().int(),
  moved: z.number().int(),
  archived: z.number().int(),
  restored: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
});

/** One run: pull, prove complete, plan, hold or apply, record. */
export const run = z.object({
  id: id('run'),
  integrationId: id('integration'),
  provider: z.string(),
  trigger: z.enum(triggers),
  startedBy: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  state: z.enum(runStates),
  /** While it applies: how many changes of how many. While it reads: items read so far, total unknown. */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }),
  /** Everything that was sent, repeated requests included. */
  requests: z.number().int(),
  /** The good answers among them. */
  pages: z.number().int(),
  counts,
  /** One sentence, when it failed or was held or partial, or the vendor's plan lacks something. */
  reason: z.string().nullable(),
});
export type Run = z.output<typeof run>;

/** One line of a run's record: what was (or would be) done to which task and why. */
export const change = z.object({
  action: z.enum(['created', 'renamed', 'moved', 'archived', 'restored', 'skipped']),
  kind: z.string(),
  name: z.string(),
  /** Names from the root to the parent. */
  path: z.array(z.string()),
  taskId: id('task').nullable(),
  /** The name or the place before. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Change = z.output<typeof change>;

const one = z.strictObject({ runId: id('run') });

export const forceSynchronization = endpoint('POST', '/api/synchronizations', {
  summary:
    'Start every integration that syncs hourly; joins runs under way. Once a minute a member',
  access: 'member',
  scope: 'track',
  output: z.object({ runs: z.array(run) }),
  errors: ['force-too-often'],
});

export const listRuns = endpoint('GET', '/api/integrations/:integrationId/runs', {
  summary: 'The newest runs, newest first',
  access: 'administrator',
  params: z.strictObject({ integrationId: id('integration') }),
  query: z.strictObject({ limit: count({ min: 1, max: 200, default: 50 }) }),
  output: z.object({ runs: z.array(run) }),
});

export const readRun = endpoint('GET', '/api/runs/:runId', {
  summary: 'One run; any member, so that Force synchronization can show its progress',
  access: 'member',
  params: one,
  output: run,
});

export const listChanges = endpoint('GET', '/api/runs/:runId/changes', {
  summary: 'What a run did, or would do',
  access: 'administrator',
  params: one,
  query: z.strictObject({
    offset: count({ min: 0, max: 1_000_000, default: 0 }),
    limit: count({ min: 1, max: 1000, default: 200 }),
  }),
  output: z.object({ changes: z.array(change), total: z.number().int() }),
});

export const approveRun = endpoint('POST', '/api/runs/:runId/approve', {
  summary: 'Say yes to a held run: a new run starts that may make its mass change',
  access: 'administrator',
  params: one,
  output: run,
  errors: ['run-not-held'],
});

export const cancelRun = endpoint('POST', '/api/runs/:runId/cancel', {
  summary:
    'End a run that is under way; what it has applied stays, the next run goes on from there',
  access: 'administrator',
  params: one,
  output: run,
  errors: ['run-finished'],
});
