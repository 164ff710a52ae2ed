import { rules, type RuleCode } from '@timegrove/domain/rule.ts';
import { z } from 'zod';

/** The HTTP status of each rule. A rule without a status does not compile. */
export const statusOf: Readonly<Record<RuleCode, number>> = {
  'session-needed': 401,
  'token-refused': 401,
  'token-scope-needed': 403,
  'token-not-enough': 403,
  'sign-in-refused': 401,
  'right-needed': 403,
  'not-found': 404,
  'input-invalid': 422,
  'id-taken': 409,
  'too-many-tries': 429,
  'origin-refused': 403,
  'account-exists': 409,
  'email-taken': 409,
  'password-too-short': 422,
  'password-wrong': 422,
  'link-expired': 410,
  'invitation-for-member': 409,
  'invitation-exists': 409,
  'group-name-taken': 409,
  'last-administrator': 409,
  'member-deactivated': 403,
  'task-name-needed': 422,
  'task-name-too-long': 422,
  'task-archived': 409,
  'task-parent-archived': 409,
  'task-not-archived': 409,
  'task-into-itself': 409,
  'task-not-assigned': 403,
  'task-read-only': 409,
  'favourites-full': 409,
  'assignment-not-found': 404,
  'entry-ends-before-start': 422,
  'entry-in-future': 422,
  'entry-too-long': 422,
  'entry-running': 409,
  'entry-not-deleted': 409,
  'entry-by-hand-off': 409,
  'entry-overlaps': 409,
  'entry-locked': 409,
  'split-outside': 422,
  'merge-different-members': 409,
  'merge-different-tasks': 409,
  'merge-over-gap': 409,
  'tag-name-taken': 409,
  'tag-archived': 409,
  'timer-not-running': 409,
  'provider-unknown': 404,
  'integration-exists': 409,
  'integration-not-active': 409,
  'integration-not-paused': 409,
  'credential-refused': 422,
  'vendor-unreachable': 502,
  'vendor-rate-limited': 503,
  'vendor-changed': 502,
  'selection-empty': 422,
  'selection-unknown': 409,
  'run-finished': 409,
  'run-not-held': 409,
  'force-too-often': 429,
};

const codes = Object.keys(rules).filter((code): code is RuleCode => code in rules);

/** The body of every refusal: the rule, its sentence, and the request to ask about. */
export const refusal = z.strictObject({
  code: z.enum([...codes, 'internal']),
  /** One sentence a person can act on. */
  message: z.string(),
  /** The field that is wrong, for `input-invalid`, e.g. `body.name`. */
  field: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string(),
});
export type Refusal = z.output<typeof refusal>;
