/**
 * The rules of the house by name, each with the one sentence a person can act on.
 * `{name}` is replaced by the detail of that name.
 */
export const rules = {
  'session-needed': 'Please sign in.',
  'token-refused': 'This token does not exist, has expired or was revoked.',
  'token-scope-needed': 'This token may not do this: it needs the scope “{scope}”.',
  'origin-not-allowed': 'This token may not be used from {origin}.',
  'token-not-enough': 'A token cannot do this. Please sign in.',
  'sign-in-refused': 'E-mail and password do not match.',
  'right-needed': 'Your role does not allow this. Ask an administrator of your account.',
  'not-found': 'This {thing} does not exist, or you may not see it.',
  'input-invalid': '{field}: {reason}',
  'id-taken': 'This id is already used by something else. Try again.',
  'too-many-tries': 'Too many tries. Please wait {seconds} seconds and try again.',
  'origin-refused': 'This request came from another site and was refused.',
  'page-needed': 'Only a web page can ask for this kind of connection.',
  'connection-expired':
    'This request to connect has expired. Ask once more in the program or on the page that wants to connect.',
  'connection-answered': 'This request to connect was already answered.',
  'account-exists':
    'This Timegrove already has an account. Ask its administrator for an invitation.',
  'email-taken': 'Somebody already signs in with this e-mail address.',
  'password-too-short': 'The password needs at least 10 characters.',
  'password-wrong': 'The current password is wrong.',
  'link-expired': 'This link has expired or was already used. Ask for a new one.',
  'invitation-for-member': '{email} is already a member of this account.',
  'invitation-exists': '{email} is already invited.',
  'group-name-taken': 'There already is a group “{name}”.',
  'last-administrator':
    'An account needs at least one administrator. Make somebody else administrator first.',
  'member-deactivated': 'Your membership is deactivated. Ask an administrator of your account.',
  'task-name-needed': 'A task needs a name.',
  'task-name-too-long': 'The name of a task has at most {limit} characters.',
  'task-archived': '“{task}” is archived, so no new time can be put on it.',
  'task-parent-archived': '“{task}” is archived, so nothing can be added below it.',
  'task-not-archived': '“{task}” is not archived.',
  'task-into-itself': 'A task cannot be moved below itself.',
  'task-not-assigned':
    'You are not assigned to “{task}”. Ask a project manager or an administrator to assign you.',
  'task-read-only':
    '“{task}” comes from {provider}, so its name, place and state are changed there.',
  'favourites-full': 'You can keep at most {limit} favourites. Take one off first.',
  'assignment-not-found': '{member} is not assigned to “{task}” itself.',
  'entry-ends-before-start': 'The end of an entry must be after its start.',
  'entry-in-future': 'Time in the future cannot be tracked.',
  'entry-too-long': 'One entry can last at most {hours} hours.',
  'entry-running': 'This timer is still running. Stop it first.',
  'entry-not-deleted': 'This entry is not deleted.',
  'entry-by-hand-off': 'Time is tracked with the timer in this account, not added by hand.',
  'entry-overlaps':
    'This overlaps with “{other}” ({from} – {to}), and time must not overlap in this account.',
  'entry-locked': 'Time before {day} is locked in this account and stays as it is.',
  'split-outside': 'An entry can only be split between its start and its end.',
  'merge-different-members': 'Only the time of one person can be merged.',
  'merge-different-tasks':
    'These entries are on different tasks. Say which task the merged one is for.',
  'merge-over-gap': 'Between these entries lies time that was not tracked.',
  'tag-name-taken': 'There already is a tag called “{name}”.',
  'tag-archived': 'The tag “{name}” is archived. Bring it back before putting it on something.',
  'timer-not-running': 'This timer is not running.',
  'provider-unknown': 'There is no integration of this name.',
  'integration-exists': '{provider} is already enabled.',
  'integration-not-active': '{provider} is not enabled at the moment.',
  'integration-not-paused': '{provider} is not waiting for a new credential.',
  'credential-refused': '{provider} refused this credential: {reason}',
  'vendor-unreachable': '{provider} cannot be reached at the moment: {reason}',
  'vendor-rate-limited': '{provider} asks us to wait. Next try {until}.',
  'vendor-changed': '{provider} answered in a form that Timegrove does not know ({path}).',
  'item-unknown': 'This is not imported from {provider} yet.',
  'item-several': 'Several tasks of {provider} have this name. Start the right one in Timegrove.',
  'selection-empty': 'Tick at least one {thing}, or choose “import all”.',
  'selection-unknown': 'The selected {thing} is not visible to this credential any more.',
  'run-finished': 'This run has already ended.',
  'run-not-held': 'This run does not wait for an approval.',
  'force-too-often':
    'You can start a synchronization once a minute. Next try in {seconds} seconds.',
} as const;

/** The name of a rule; the same word in the API's answer, in the tests and in the log. */
export type RuleCode = keyof typeof rules;

/** What a rule's sentence needs to know, by the names in its braces. */
export type RuleDetails = Readonly<Record<string, string | number>>;

/** A rule was broken by what somebody asked for; the door turns its code into an HTTP status. */
export class DomainError extends Error {
  readonly code: RuleCode;
  readonly details: RuleDetails;

  constructor(code: RuleCode, details: RuleDetails = {}) {
    super(ruleSentence(code, details));
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** Gives the sentence of a rule with its details filled in. */
export function ruleSentence(code: RuleCode, details: RuleDetails = {}): string {
  return rules[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
