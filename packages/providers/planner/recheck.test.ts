import { expect, it } from 'vitest';
import type { Answers } from './fixed-vendor.ts';
import { aVendor } from './fixed-vendor.ts';
import { projectRef, taskRef } from './map.ts';
import { recheck } from './recheck.ts';

const stored = { email: 'a@b.example', accessToken: 'access', refreshToken: 'refresh' };

const seen = ['p1', 'p2', 'p3', 'p4'].map((id) => ({
  ...projectRef(id),
  parent: null,
  name: id,
  state: id === 'p1' ? ('deleted' as const) : ('active' as const),
  url: null,
}));

const board: Answers = {
  '/projects/p2/tasks': 403,
  '/projects/p3/tasks': { tasks: [{ id: 't1', name: 'Logo', taskListId: 'l1' }] },
  '/projects/p3/lists': { lists: [{ id: 'l1', name: 'To do' }] },
  '/projects/p4/tasks': { tasks: [] },
};

async function foundAgain(missing: readonly string[], answers = board) {
  const { tools, asked } = aVendor(answers);
  const found: string[] = [];
  for await (const items of recheck(tools, stored, missing.map(taskRef), seen))
    found.push(...items.map(({ kind, remoteId }) => `${kind} ${remoteId}`));
  return { found, asked: asked.map((one) => one.replace('GET /projects/', '')) };
}

it('looks project by project and stops when all are found, with the list they lie in', async () => {
  expect(await foundAgain(['t1'])).toEqual({
    found: ['list l1', 'task t1'],
    asked: ['p2/tasks', 'p3/tasks', 'p3/lists'],
  });
});

it('asks all projects for what is gone, and nothing for what is no task', async () => {
  const gone = await foundAgain(['t9']);
  expect(gone).toEqual({ found: [], asked: ['p2/tasks', 'p3/tasks', 'p4/tasks'] });
  const { tools, asked } = aVendor(board);
  const lost = recheck(tools, stored, [projectRef('p9')], seen);
  expect(await lost.next()).toMatchObject({ done: true });
  expect(asked).toEqual([]);
});

it('fails when a project cannot be read now, as nobody knows what is in it', async () => {
  await expect(foundAgain(['t9'], { ...board, '/projects/p4/tasks': 500 })).rejects.toThrow(
    'cannot be reached',
  );
});
