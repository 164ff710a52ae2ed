import type { Item, Pulled, RemotePerson, Tools } from '@timegrove/domain/provider.ts';
import { createBudget } from '../kit/budget.ts';
import { createHttp } from '../kit/http.ts';
import { provider } from './index.ts';

/** What a made-up vendor answers to a path with its query: a body, or a whole answer. */
export type Answering = (path: string, query: URLSearchParams) => unknown;

/** The clock of these tests. */
const now = new Date('2026-01-01T12:00:00Z');

/** A vendor made of answers, behind the real HTTP of the kit. */
export function vendorOf(answering: Answering) {
  const asked: string[] = [];
  const notes: string[] = [];
  const answer: typeof fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.replace('/api/v9', '');
    asked.push(path + url.search);
    const body = await answering(path, url.searchParams);
    return body instanceof Response ? body : Response.json(body);
  };
  const { explain, quota, budget } = provider;
  const tools: Tools = {
    http: createHttp({
      baseUrl: provider.baseUrl,
      budget: createBudget({ ...budget, requests: 1000 }),
      fetch: answer,
      now: () => now,
      sleep: () => Promise.resolve(),
      ...(explain === undefined ? {} : { explain }),
      ...(quota === undefined ? {} : { quota }),
    }),
    now: () => now,
    note: (text) => void notes.push(text),
    renew: () => Promise.resolve(),
  };
  return { asked, notes, tools };
}

const credential = { token: 'f00dfeedf00dfeedf00dfeedf00dfeed' };

/** Pulls everything, or what is ticked, from a vendor made of answers. */
export async function pulled(answering: Answering, ids?: readonly string[]) {
  const { asked, notes, tools } = vendorOf(answering);
  const told: Pulled[] = [];
  const selection = ids === undefined ? { mode: 'all' as const } : { mode: 'ticked' as const, ids };
  for await (const one of provider.pull(tools, credential, selection)) told.push(one);
  const items = told.flatMap((one): readonly Item[] => (one.type === 'items' ? one.items : []));
  const keys = items.map((item) => `${item.kind} ${item.remoteId}`);
  return { asked, notes, told, items, keys };
}

/** Reads the people from a vendor made of answers. */
export async function people(answering: Answering): Promise<readonly RemotePerson[]> {
  const { tools } = vendorOf(answering);
  const containers = await provider.containers(tools, credential);
  return (await provider.people?.(tools, credential, containers)) ?? [];
}

/** A page of tasks as the vendor sends it. */
export function taskPage(all: readonly unknown[], query: URLSearchParams, most = 200) {
  const size = Math.min(most, Number(query.get('per_page')));
  const page = Number(query.get('page'));
  const data = all.slice((page - 1) * size, page * size);
  return { data, page, per_page: size, total_count: all.length };
}

/** A page of projects as the vendor sends it. */
export function projectPage(all: readonly unknown[], query: URLSearchParams): readonly unknown[] {
  const size = Number(query.get('per_page'));
  const page = Number(query.get('page'));
  return all.slice((page - 1) * size, page * size);
}

/** A workspace. */
export const workspace = (id: number, more: object = {}) => ({ id, name: `W${id}`, ...more });
/** A client. */
export const client = (id: number, archived = false) => ({ id, name: `C${id}`, archived });
/** A project, of a client or of none. */
export const project = (id: number, client_id: number | null = null, active = true) => ({
  id,
  name: `P${id}`,
  active,
  client_id,
});
/** A task. */
export const task = (id: number, project_id: number, active = true) => ({
  id,
  name: `T${id}`,
  active,
  project_id,
});
