/**
 * What the vendor's API answers, and how it is asked. Mark each fact: [R] seen in a recorded answer,
 * [D] documented, [I] inferred, [?] unknown.
 */
import type { Credential, Identity, Tools } from '@timegrove/domain/provider.ts';
import { numberedPages } from '../kit/paging.ts';
import type { Page } from '../kit/paging.ts';
import { parse } from '../kit/shape.ts';
import { z } from 'zod';

/** The largest page the vendor gives. */
export const pageSize = 100;

const me = z.object({ name: z.string(), email: z.string() });
const projectRow = z.object({ id: z.string(), name: z.string(), archived: z.boolean() });
const taskRow = z.object({
  id: z.string(),
  project_id: z.string(),
  title: z.string(),
  state: z.enum(['open', 'done', 'archived']),
});

const counted = z.object({ total: z.int() });

/** A project of the vendor. */
export type ProjectRow = z.output<typeof projectRow>;
/** A task of the vendor. */
export type TaskRow = z.output<typeof taskRow>;

/** Asks who the token belongs to. @throws ProviderFailure */
export async function readMe({ http }: Tools, credential: Credential): Promise<Identity> {
  const reply = await http.send({ path: '/me', headers: headersOf(credential) });
  return parse(me, reply.body, 'GET /me');
}

/** Reads all projects. @throws ProviderFailure */
export const readProjects = (tools: Tools, credential: Credential) =>
  readList(tools, credential, '/projects', projectRow);

/** Reads the tasks of all projects. @throws ProviderFailure */
export const readTasks = (tools: Tools, credential: Credential) =>
  readList(tools, credential, '/tasks', taskRow);

/** The fewest requests in which the vendor's pages allow a full read. */
export function minimumRequests(projects: number, tasks: number): number {
  return pagesOf(projects) + pagesOf(tasks);
}

// Even nothing takes one request to see.
function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / pageSize));
}

function readList<Row extends z.ZodType>(
  { http }: Tools,
  credential: Credential,
  path: string,
  row: Row,
): AsyncGenerator<Page<z.output<Row>>, void, void> {
  const body = z.object({ data: z.array(row) });
  return numberedPages(http, {
    path,
    headers: headersOf(credential),
    pageName: 'page',
    sizeName: 'per_page',
    size: pageSize,
    rows: (reply) => parse(body, reply.body, `GET ${path}`).data,
    total: (reply) => parse(counted, reply.body, `GET ${path}`).total,
  });
}

function headersOf(credential: Credential): Record<string, string> {
  return { authorization: `Bearer ${credential['token'] ?? ''}` };
}
