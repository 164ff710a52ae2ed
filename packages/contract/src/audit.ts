import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { count, id, instant } from './fields.ts';

/** The kinds of things in the audit log. */
export const auditThings = [
  'account',
  'member',
  'invitation',
  'group',
  'token',
  'task',
  'tag',
  'entry',
  'integration',
  'run',
] as const;

/** What can be done to a thing in the audit log. */
export const auditActions = [
  'added',
  'changed',
  'deleted',
  'undeleted',
  'split',
  'merged',
  'restored',
  'archived',
  'moved',
  'assigned',
  'unassigned',
  'invited',
  'revoked',
  'enabled',
  're-enabled',
  'unlinked',
  'approved',
  'cancelled',
] as const;

/** One thing that was done in the account, by whom, and what it changed. */
export const audited = z.object({
  id: id('audit'),
  at: instant,
  by: z.object({ memberId: id('member'), name: z.string() }),
  action: z.enum(auditActions),
  thing: z.enum(auditThings),
  thingId: z.string().nullable(),
  /** How the thing was called at that time. */
  name: z.string(),
  /** What was before and what is after, by field. */
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
});
export type Audited = z.output<typeof audited>;

export const listAudit = endpoint('GET', '/api/audit', {
  summary: 'What administrators did, and what was done to time of others, newest first',
  access: 'administrator',
  query: z.strictObject({
    thing: z.enum(auditThings).optional(),
    memberId: id('member').optional(),
    after: id('audit').optional(),
    limit: count({ min: 1, max: 500, default: 100 }),
  }),
  output: z.object({ audited: z.array(audited), next: id('audit').nullable() }),
});
