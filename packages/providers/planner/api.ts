/** How the vendor is asked; what it is asked and what it answers is the table in `routes.ts`. */
import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { VendorReply, VendorRequest } from '@timegrove/domain/provider.ts';
import { changedWhileRead } from '../kit/area.ts';
import { pages } from '../kit/paging.ts';
import type { Page } from '../kit/paging.ts';
import { parse } from '../kit/shape.ts';
import { z } from 'zod';
import {
  listRow,
  organizationRow,
  pageQuery,
  paging,
  projectRow,
  routes,
  taskRow,
  userRow,
} from './routes.ts';
import type { Session } from './session.ts';

const meAnswer = z.object({ response: z.object({ user: userRow }) });

/** Asks who is signed in. @throws ProviderFailure `gone` where the vendor has no such route */
export async function readMe(session: Session) {
  const reply = await session.send({ path: routes.me });
  return parse(meAnswer, reply.body, `GET ${routes.me}`).response.user;
}

/** Reads the organizations of the person. */
export const readOrganizations = (session: Session) =>
  readList(session, routes.organizations, 'organizations', organizationRow);

/** Reads the projects of an organization that the person can see, archived and unnamed ones too. */
export const readProjects = (session: Session, organization: string) =>
  readList(session, routes.projects(organization), 'projects', projectRow);

/** Reads the lists of a project. */
export const readLists = (session: Session, project: string) =>
  readList(session, routes.lists(project), 'lists', listRow);

/** Reads the tasks of a project, in all its lists. */
export const readTasks = (session: Session, project: string) =>
  readList(session, routes.tasks(project), 'tasks', taskRow);

/** How much there is to read; unnamed and deleted projects do not count. */
export interface Extent {
  readonly organizations: number;
  readonly projects: number;
}

/** The fewest requests of a full read: every list of the vendor comes whole, in one answer. */
export function minimumRequests({ organizations, projects }: Extent): number {
  return 1 + organizations + 2 * projects;
}

const answerWith = <Row extends z.ZodType>(name: string, row: Row) =>
  z.object({ response: z.object({ [name]: z.array(row) }) });

function readList<Row extends z.ZodType>(
  session: Session,
  path: string,
  name: string,
  row: Row,
): AsyncGenerator<Page<z.output<Row>>, void, void> {
  const shape = answerWith(name, row);
  const reading: Reading = { path, seen: 0, total: null, limit: 0 };
  return pages(session, {
    first: { path },
    rows: (reply) => parse(shape, reply.body, `GET ${path}`).response[name] ?? [],
    next: (page) => nextOf(reading, page),
  });
}

interface Reading {
  readonly path: string;
  seen: number;
  total: number | null;
  /** What the first page held: the vendor's own page size. */
  limit: number;
}

// The vendor is not known to page, so only an answer that says there is more is taken at its word.
function nextOf(reading: Reading, { rows, reply, number }: Page<unknown>): VendorRequest | null {
  const { total, hasMore } = pagingOf(reply);
  reading.seen += rows.length;
  if (number === 1) {
    reading.limit = rows.length;
    reading.total = total;
  }
  if (total !== reading.total) throw new ProviderFailure(changedWhileRead);
  const more = total === null ? hasMore : reading.seen < total;
  if (!more) return null;
  if (rows.length === 0)
    throw new ProviderFailure({
      word: 'unreachable',
      reason: `GET ${reading.path} ended before all that it told of had come`,
    });
  return { path: reading.path, query: pageQuery(reading.limit, reading.seen) };
}

const pagedAnswer = z.object({ response: paging });

function pagingOf(reply: VendorReply): { total: number | null; hasMore: boolean } {
  const said = pagedAnswer.safeParse(reply.body).data?.response;
  return { total: said?.total ?? null, hasMore: said?.hasMore ?? false };
}
