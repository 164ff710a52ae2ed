import type { Item, Pulled, VendorReply, VendorRequest } from '@timegrove/domain/provider.ts';
import { describe, expect, it } from 'vitest';
import { pull } from './pull.ts';

type Answers = Readonly<Record<string, readonly unknown[]>>;

/** Pulls from fixed answers, as the recordings of 2018 have them: everything at once, no paging headers. */
async function pulled(answers: Answers, ids?: readonly string[]) {
  const asked: string[] = [];
  const notes: string[] = [];
  const send = (request: VendorRequest): Promise<VendorReply> => {
    asked.push(
      `${request.path} ${new URLSearchParams(Object.entries(request.query ?? {}).map(([k, v]) => [k, String(v)]))}`,
    );
    const body = Number(request.query?.['page']) > 1 ? [] : (answers[request.path] ?? []);
    return Promise.resolve({ status: 200, headers: {}, body });
  };
  const told: Pulled[] = [];
  const tools = {
    http: { send },
    now: () => new Date(),
    note: (text: string) => void notes.push(text),
    renew: () => Promise.resolve(),
  };
  const selection = ids === undefined ? { mode: 'all' as const } : { mode: 'ticked' as const, ids };
  for await (const one of pull(tools, { token: 't' }, selection)) told.push(one);
  const items = told.flatMap((one): readonly Item[] => (one.type === 'items' ? one.items : []));
  return { asked, notes, told, keys: items.map((item) => `${item.kind} ${item.remoteId}`) };
}

const project = (id: number) => ({ id, token: 'tok', name: `P${id}`, status: 1 });
const section = (id: number, project_id: number) => ({ id, name: `S${id}`, status: 1, project_id });
const task = (id: number, section_id: number, more = {}) => ({
  id,
  name: `T${id}`,
  status: 1,
  section_id,
  ...more,
});

describe('a pull', () => {
  it('asks for everything in the largest pages, in the order of ids', async () => {
    const { asked } = await pulled({ '/projects': [project(1)] });
    expect(asked).toEqual([
      '/projects status=all&sort=id&items=500&page=1',
      '/sections status=all&sort=id&items=500&page=1',
      '/tasks sort=id&items=500&page=1',
    ]);
  });

  it('places a task without project_id through its section', async () => {
    const { keys } = await pulled({
      '/projects': [project(1)],
      '/sections': [section(2, 1)],
      '/tasks': [task(3, 2)],
    });
    expect(keys).toEqual(['project 1', 'list 2', 'task 3']);
  });

  it('leaves out what hangs below projects that are not listed, and says so', async () => {
    const { keys, notes } = await pulled({
      '/projects': [project(1)],
      '/sections': [section(2, 1), section(8, 9)],
      '/tasks': [task(3, 2), task(4, 8), task(5, 8, { project_id: 9 })],
    });
    expect(keys).toEqual(['project 1', 'list 2', 'task 3']);
    expect(notes).toEqual([
      'Left out 3 lists and tasks of projects that the vendor no longer lists.',
    ]);
  });

  it('claims nothing about tasks when one lies in a list that came meanwhile', async () => {
    const { told } = await pulled({
      '/projects': [project(1)],
      '/sections': [section(2, 1)],
      '/tasks': [task(3, 2), task(4, 77, { project_id: 1 })],
    });
    expect(told.at(-1)).toMatchObject({ type: 'incomplete', area: { kind: 'task' } });
  });

  it('notes a status that nobody knows', async () => {
    const { keys, notes } = await pulled({
      '/projects': [project(1)],
      '/sections': [section(2, 1)],
      '/tasks': [task(3, 2, { status: 3 })],
    });
    expect(keys).toContain('task 3');
    expect(notes).toEqual(['Took the unknown status “task 3” for active.']);
  });

  it('leaves a project in an unknown state as it is, and vouches only for the others', async () => {
    const { keys, told } = await pulled({
      '/projects': [project(1), { ...project(9), status: 3 }],
      '/sections': [section(2, 1), section(8, 9)],
      '/tasks': [task(3, 2), task(4, 8)],
    });
    expect(keys).toEqual(['project 1', 'list 2', 'task 3']);
    expect(told.filter((one) => one.type !== 'items')).toMatchObject([
      { type: 'incomplete', area: { kind: 'project' }, failure: { word: 'changed-shape' } },
      { type: 'complete', area: { kind: 'list', below: { remoteId: '1' } } },
      { type: 'complete', area: { kind: 'task', below: { remoteId: '2' } } },
    ]);
  });

  it('vouches for nothing when no project could be understood', async () => {
    const { told } = await pulled({ '/projects': [{ ...project(9), status: 3 }] });
    expect(told.map((one) => one.type)).toEqual(['items', 'incomplete']);
  });

  it('reads a page on when exactly the default of 50 came, since our size may not have been heeded', async () => {
    const projects = Array.from({ length: 50 }, (_, at) => project(at + 1));
    const { asked } = await pulled({ '/projects': projects });
    expect(asked.filter((one) => one.startsWith('/projects'))).toHaveLength(2);
  });

  it('asks only below the one ticked project, and proves only that', async () => {
    const { asked, told } = await pulled(
      {
        '/projects': [project(1), project(6)],
        '/projects/1/sections': [section(2, 1)],
        '/projects/1/tasks': [task(3, 2)],
      },
      ['1'],
    );
    expect(asked.map((one) => one.split(' ')[0])).toEqual([
      '/projects',
      '/projects/1/sections',
      '/projects/1/tasks',
    ]);
    expect(told.flatMap((one) => (one.type === 'complete' ? [one.area] : []))).toEqual([
      { kind: 'project', below: 'everywhere' },
      { kind: 'list', below: { kind: 'project', remoteId: '1' } },
      { kind: 'task', below: { kind: 'list', remoteId: '2' } },
    ]);
  });
});
