// `{name}` stands for any text; a full stop at the end is no part of a saying.
const sentences = [
  // Why something typed does not fit.
  'must not be empty',
  '{field} must not be empty',
  'has at most {limit} characters',
  'must be an e-mail address',
  'must be an IANA time zone, like Europe/Berlin',
  'must be an existing day, like {example}',
  'must be a currency code like EUR',
  'must be in the future',
  'must not be before 1970',
  'needs at least one scope',
  // Why a run did not get through, or not whole.
  'Not everything could be read: {reason}',
  'The plan in {provider} has no {kinds}. Those that are known stay as they are',
  'This run would archive {count} tasks, so it waits until an administrator has looked at it',
  'A newer preview took its place',
  'Cancelled by {name}',
  'This run was cancelled',
  'The integration was unlinked or paused while this run was under way',
  'The integration is not enabled any more',
  'Something went wrong on the server. Run {run} has the details in the log',
  '{provider} refused the credential: {reason}',
  '{provider} asks to wait until {moment}',
  '{provider} cannot be reached: {reason}',
  '{provider} answered in an unknown form at {path}',
  '{provider} no longer has it: {reason}',
  // How providers speak of themselves.
  'Brings the {a}, {b} and {c} of your {provider} boards, every hour',
  'Brings the {a}, {b} and {c} of your {provider} workspaces, whenever you save',
  'Brings all {a}, {b}, {c} and {d} of {provider}, every hour',
  'Use the e-mail address and the password with which you sign in to {provider}. They are exchanged for a session; the password is not kept',
  'Sign in at {provider}, open your profile settings and copy the API token at the end of the page',
  'Sign in at {host}, open the API page and create a personal access token with access to {provider}',
  'Paste the token here',
  'Paste the API token here',
  'Your {provider} password',
];

const words = [
  // What there is, here and at the vendors.
  'task, tasks, project, projects, list, lists, section, sections, workspace, workspaces',
  'client, clients, item, entry, member, group, tag, integration, invitation, session, run, token',
  'address',
  // What a credential consists of.
  'E-mail address, Password, API token, Personal access token',
  // What a run does.
  'renamed, moved, archived, restored',
  // Who somebody is.
  'administrator, supervisor, user, project-manager, regular-user, guest',
].flatMap((line) => line.split(', '));

/** All that servers, schemas and providers say in English, to be said in the reader's language. */
export const sayings: readonly string[] = [...sentences, ...words];
