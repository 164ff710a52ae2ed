/**
 * Everything that is asked of the vendor and read from its answers, in one table, because little of it
 * is certain. [D] is used by a public client of 2020; [I] is inferred; [?] is unknown. Where the real
 * API differs, this file is what changes. No field that is only inferred is required.
 */
import { z } from 'zod';

/** The paths below `/api`. */
export const routes = {
  // [D]; plain OAuth JSON, not in the envelope
  token: '/oauth/token',
  // [I]; without it the typed e-mail address stands for the person
  me: '/users/self',
  // [D]
  organizations: '/users/self/organizations',
  // [D]; archived ones are in the list, and unnamed ones, which are direct chats
  projects: (organization: string) => `/organizations/${encodeURIComponent(organization)}/projects`,
  // [D]
  lists: (project: string) => `/projects/${encodeURIComponent(project)}/lists`,
  // [I]
  tasks: (project: string) => `/projects/${encodeURIComponent(project)}/tasks`,
} as const;

/** The paths that speak of one container: refused there (403), only that container is closed to us. */
export const belowContainer = /^\/(organizations|projects)\/[^/]+\//;

// `scope` is [D]. Whether signing in with a password is open to any client is [?]; a registered one
// would have its id here.
const application = { client_id: 'timegrove', scope: 'heyspace' } as const;

/** What is sent to sign in with a password [I], as a form. */
export const passwordGrant = (username: string, password: string) => ({
  grant_type: 'password',
  username,
  password,
  ...application,
});

/** What is sent for a new access token [D], as a form. */
export const refreshGrant = (refreshToken: string) => ({
  grant_type: 'refresh_token',
  refresh_token: refreshToken,
  ...application,
});

/** The errors of the token route that speak of the person or the token, not of us (RFC 6749) [I]. */
export const grantErrors: readonly string[] = ['invalid_grant', 'access_denied'];

/** The answer of the token route; `expires_in` in seconds. All [D], a missing refresh token is [?]. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().nullish(),
});

const id = z.string().min(1);
const flag = z.boolean().nullish();
const moment = z.string().nullish();

/** The user who asks [I]. */
export const userRow = z.object({ email: z.string(), displayName: z.string().nullish() });

/** An organization, which people call workspace: `id` and `name` are [D]. */
export const organizationRow = z.object({
  id,
  name: z.string(),
  isArchived: flag,
  deletedAt: moment,
});

/** A project: `id`, `name` and `isArchived` are [D]. */
export const projectRow = z.object({
  id,
  name: z.string().nullish(),
  isArchived: z.boolean(),
  deletedAt: moment,
});

/** A list: `id` and `name` are [D]. */
export const listRow = z.object({ id, name: z.string(), isArchived: flag, deletedAt: moment });

/** A task, which people call card: `id`, `name` and `taskListId` are [D], sent and answered by POST /tasks. */
export const taskRow = z.object({
  id,
  name: z.string(),
  taskListId: id.nullish(),
  parentId: id.nullish(),
  isCompleted: flag,
  completedAt: moment,
  isArchived: flag,
  deletedAt: moment,
});

/** An organization as the adapter sees it. */
export type OrganizationRow = z.output<typeof organizationRow>;
/** A project as the adapter sees it. */
export type ProjectRow = z.output<typeof projectRow>;
/** A list as the adapter sees it. */
export type ListRow = z.output<typeof listRow>;
/** A task as the adapter sees it. */
export type TaskRow = z.output<typeof taskRow>;

/** What every answer is wrapped in [D]; a `code` of failure may come with any HTTP status [?]. */
export const envelope = z.object({ code: z.int().nullish(), message: z.string().nullish() });

/** What an answer would say of further pages [?]; none is known to say so. */
export const paging = z.object({
  total: z.int().nonnegative().nullish(),
  hasMore: flag,
});

/** The names that would ask for the next page [?]. */
export const pageQuery = (limit: number, offset: number) => ({ limit, offset });
