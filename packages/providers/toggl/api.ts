/**
 * What the Toggl Track API v9 answers, and how it is asked. Marks as on the vendor page:
 * [R] seen in a recorded answer, [S] the vendor's own description, [D] documented, [I] inferred,
 * [?] unknown.
 */
import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Credential, Tools, VendorReply, VendorRequest } from '@timegrove/domain/provider.ts';
import { changedWhileRead } from '../kit/area.ts';
import { numberedPages, pages } from '../kit/paging.ts';
import type { Page } from '../kit/paging.ts';
import { parse } from '../kit/shape.ts';
import { z } from 'zod';
import { isBadRequest } from './refusals.ts';

/** The largest page of projects the vendor gives [S]. */
export const projectPageSize = 200;
/**
 * The pages of projects that are not taken for the last: 151 comes where `per_page` is not heeded [S],
 * 100 and 50 would where the vendor allows less than it says [?].
 */
export const doubtfulProjectPageSizes: readonly number[] = [50, 100, 151];
/**
 * The page of tasks that is asked for. Only the default of 50 is documented; that the maximum is the
 * same as for projects is [I], so the size that the answer states decides how the list goes on.
 */
export const taskPageSize = 200;
// The page that a vendor surely gives who refuses ours [S].
const surePageSize = 50;

const time = z.string().nullish();

const me = z.object({ fullname: z.string(), email: z.string() });

const workspaceRow = z.object({
  id: z.int(),
  name: z.string(),
  // In the recordings; the newest description leaves both out.
  server_deleted_at: time,
  suspended_at: time,
});

const clientRow = z.object({
  id: z.int(),
  name: z.string(),
  archived: z.boolean(),
  server_deleted_at: time,
});

const projectRow = z.object({
  id: z.int(),
  name: z.string(),
  active: z.boolean(),
  // Always sent, null where there is none [R]: without the key no project could be placed.
  client_id: z.int().nullable(),
  status: z.string().nullish(),
  server_deleted_at: time,
});

const taskRow = z.object({
  id: z.int(),
  name: z.string(),
  active: z.boolean(),
  project_id: z.int(),
  server_deleted_at: time,
});

const userRow = z.object({
  id: z.int(),
  email: z.string().nullish(),
  fullname: z.string().nullish(),
  inactive: z.boolean().nullish(),
});

const taskPage = z.object({
  total_count: z.int().nonnegative(),
  per_page: z.int().positive().nullish(),
});

/** A workspace [R]. */
export type WorkspaceRow = z.output<typeof workspaceRow>;
/** A client [R]. */
export type ClientRow = z.output<typeof clientRow>;
/** A project [R]. */
export type ProjectRow = z.output<typeof projectRow>;
/** A task [S]. */
export type TaskRow = z.output<typeof taskRow>;
/** A person of a workspace [S]. */
export type UserRow = z.output<typeof userRow>;

/** Asks who the token belongs to. @throws ProviderFailure */
export async function readMe({ http }: Tools, credential: Credential) {
  const reply = await http.send({ path: '/me', headers: basic(credential) });
  return parse(me, reply.body, 'GET /me');
}

/** Reads all workspaces of the person, in one page. @throws ProviderFailure */
export const readWorkspaces = (tools: Tools, credential: Credential) =>
  readOnce(tools, credential, { path: '/me/workspaces' }, workspaceRow);

/** Reads all clients of a workspace, archived ones too, in one page. @throws ProviderFailure */
export const readClients = (tools: Tools, credential: Credential, workspace: number) =>
  readOnce(
    tools,
    credential,
    { path: `/workspaces/${workspace}/clients`, query: { status: 'both' } },
    clientRow,
  );

/** Reads the people of a workspace, without deleted ones, in one page. @throws ProviderFailure */
export const readUsers = (tools: Tools, credential: Credential, workspace: number) =>
  readOnce(
    tools,
    credential,
    { path: `/workspaces/${workspace}/users`, query: { exclude_deleted: 'true' } },
    userRow,
  );

/**
 * Reads all projects of a workspace, archived ones too, until a short page: no total is told. The
 * names by which they could be sorted are not documented, so they come in the vendor's order.
 * @throws ProviderFailure
 */
export function readProjects({ http }: Tools, credential: Credential, workspace: number) {
  const path = `/workspaces/${workspace}/projects`;
  return numberedPages(http, {
    path,
    query: { active: 'both' },
    headers: basic(credential),
    pageName: 'page',
    sizeName: 'per_page',
    size: projectPageSize,
    doubtfulSizes: doubtfulProjectPageSizes,
    rows: (reply) => parse(listOf(projectRow), reply.body, `GET ${path}`),
  });
}

/**
 * Reads all tasks of a workspace, done ones too, in the order in which they were made, and compares
 * them with the total that every page tells: a task that is removed meanwhile lets another slip.
 * @throws ProviderFailure
 */
export async function* readTasks(
  tools: Tools,
  credential: Credential,
  workspace: number,
): AsyncGenerator<Page<TaskRow>, void, void> {
  const totals = new Set<number>();
  let rows = 0;
  for await (const page of taskPages(tools, credential, workspace)) {
    rows += page.rows.length;
    totals.add(counted(page.reply, workspace).total_count);
    yield page;
  }
  if (totals.size !== 1 || !totals.has(rows)) throw new ProviderFailure(changedWhileRead);
}

async function* taskPages(tools: Tools, credential: Credential, workspace: number) {
  let pagesRead = 0;
  try {
    for await (const page of taskPagesOf(taskPageSize, tools, credential, workspace)) {
      pagesRead += 1;
      yield page;
    }
  } catch (error) {
    if (pagesRead > 0 || !isBadRequest(error)) throw error;
    yield* taskPagesOf(surePageSize, tools, credential, workspace);
  }
}

function taskPagesOf(largest: number, { http }: Tools, credential: Credential, workspace: number) {
  const path = tasksPath(workspace);
  const body = z.object({ data: listOf(taskRow) });
  let seen = 0;
  const ask = (page: number, size: number): VendorRequest => ({
    path,
    query: {
      active: 'both',
      sort_field: 'created_at',
      sort_order: 'ASC',
      per_page: size,
      page,
    },
    headers: basic(credential),
  });
  return pages(http, {
    first: ask(1, largest),
    rows: (reply) => parse(body, reply.body, `GET ${path}`).data,
    next({ rows, reply, number }) {
      seen += rows.length;
      const { total_count: total, per_page: size } = counted(reply, workspace);
      // Asked for in the size that came, page 2 begins where page 1 ended.
      return rows.length === 0 || seen >= total ? null : ask(number + 1, size ?? largest);
    },
  });
}

function counted(reply: VendorReply, workspace: number) {
  return parse(taskPage, reply.body, `GET ${tasksPath(workspace)}`);
}

function tasksPath(workspace: number): string {
  return `/workspaces/${workspace}/tasks`;
}

function readOnce<Row extends z.ZodType>(
  { http }: Tools,
  credential: Credential,
  request: VendorRequest,
  row: Row,
): AsyncGenerator<Page<z.output<Row>>, void, void> {
  const rows = listOf(row);
  return pages(http, {
    first: { ...request, headers: basic(credential) },
    rows: (reply) => parse(rows, reply.body, `GET ${request.path}`),
    next: () => null,
  });
}

// v8 sent null for a list without rows; whether v9 still does so somewhere is [?].
function listOf<Row extends z.ZodType>(row: Row) {
  return z
    .array(row)
    .nullable()
    .transform((rows) => rows ?? []);
}

function basic(credential: Credential): Record<string, string> {
  const pair = `${credential['token'] ?? ''}:api_token`;
  return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}
