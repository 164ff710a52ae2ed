/**
 * What the MeisterTask API answers, and how it is asked. Marks as on the vendor page:
 * [R] seen in a recorded answer, [D] documented, [I] inferred, [?] unknown.
 */
import type { Credential, Tools, VendorReply } from '@timegrove/domain/provider.ts';
import { numberedPages } from '../kit/paging.ts';
import type { Page } from '../kit/paging.ts';
import { parse } from '../kit/shape.ts';
import { z } from 'zod';

/** The largest page the vendor gives [D]. */
export const pageSize = 500;
// The page a vendor gives who does not heed `items` [D].
const defaultPageSize = 50;

const personRow = z.object({ firstname: z.string(), lastname: z.string(), email: z.string() });

const count = z.int().nonnegative().optional();

const projectRow = z.object({
  id: z.int(),
  name: z.string(),
  status: z.int(),
  // In every recording, yet only the link to the project needs it.
  token: z.string().nullish(),
  // Sent to the vendor's own mobile client [R]; the documented sample leaves them out.
  tasks_active_count: count,
  tasks_archive_count: count,
  tasks_complete_count: count,
  tasks_trash_count: count,
});

const sectionRow = z.object({
  id: z.int(),
  name: z.string(),
  status: z.int(),
  project_id: z.int(),
});

const taskRow = z.object({
  id: z.int(),
  name: z.string(),
  status: z.int(),
  section_id: z.int(),
  token: z.string().nullish(),
  // Absent in 2018 [R]: the section then says which project it is.
  project_id: z.int().nullish(),
});

/** Who the token belongs to [R]. */
export type PersonRow = z.output<typeof personRow>;
/** A project [R]; the counts are newer. */
export type ProjectRow = z.output<typeof projectRow>;
/** A section, which people see as a column of the board [R]. */
export type SectionRow = z.output<typeof sectionRow>;
/** A task [R]. */
export type TaskRow = z.output<typeof taskRow>;

/** Asks who the token belongs to. @throws ProviderFailure */
export async function readMe({ http }: Tools, credential: Credential): Promise<PersonRow> {
  const reply = await http.send({ path: '/persons/me', headers: bearer(credential) });
  return parse(personRow, reply.body, 'GET /persons/me');
}

/** Reads all projects, archived ones included; whether `all` includes trashed ones is [?]. */
export const readProjects = (tools: Tools, credential: Credential) =>
  readList(tools, credential, '/projects', projectRow, { status: 'all' });

/** Reads the sections of one project, or of the whole account, trashed ones included [D]. */
export const readSections = (tools: Tools, credential: Credential, project?: number) =>
  readList(tools, credential, `${below(project)}/sections`, sectionRow, { status: 'all' });

/** Reads the tasks of one project, or of the whole account; without a `status` all are sent [R]. */
export const readTasks = (tools: Tools, credential: Credential, project?: number) =>
  readList(tools, credential, `${below(project)}/tasks`, taskRow, {});

function readList<Row extends z.ZodType>(
  { http }: Tools,
  credential: Credential,
  path: string,
  row: Row,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<Page<z.output<Row>>, void, void> {
  const rows = z.array(row);
  return numberedPages(http, {
    path,
    // Ascending ids are the default [D]; asking for them keeps the pages still while they are read.
    query: { ...query, sort: 'id' },
    headers: bearer(credential),
    pageName: 'page',
    sizeName: 'items',
    size: pageSize,
    doubtfulSizes: [defaultPageSize],
    rows: (reply) => parse(rows, reply.body, `GET ${path}`),
    statedSize,
  });
}

// `Page-Items` is documented; that it holds the size asked for, not the rows sent, is [I] (Pagy).
function statedSize(reply: VendorReply): number | undefined {
  const size = Number(reply.headers['page-items']);
  return Number.isInteger(size) && size > 0 ? size : undefined;
}

function below(project: number | undefined): string {
  return project === undefined ? '' : `/projects/${project}`;
}

function bearer(credential: Credential): Record<string, string> {
  return { authorization: `Bearer ${credential['token'] ?? ''}` };
}
