import type { Item, Pulled } from '@timegrove/domain/provider.ts';
import { describe, expect, it } from 'vitest';
import { failureOf, failuresOf, onBench } from '../kit/conformance/bench.ts';
import type { Bench } from '../kit/conformance/bench.ts';
import { provider } from './index.ts';
import { pull } from './pull.ts';
import { sandbox } from './sandbox.ts';
import { aVendor } from './fixed-vendor.ts';
import type { Answers } from './fixed-vendor.ts';

const on = (examine: (bench: Bench) => Promise<void>) => onBench({ provider, sandbox }, examine);

const stored = { email: 'a@b.example', accessToken: 'access', refreshToken: 'refresh' };

const small: Answers = {
  '/users/self/organizations': { organizations: [{ id: 'o1', name: 'Studio' }] },
  '/organizations/o1/projects': { projects: [{ id: 'p1', name: 'Site', isArchived: false }] },
  '/projects/p1/lists': { lists: [{ id: 'l1', name: 'To do' }] },
  '/projects/p1/tasks': { tasks: [{ id: 't1', name: 'Logo', taskListId: 'l1' }] },
};

async function pulled(answers: Answers) {
  const vendor = aVendor(answers);
  const told: Pulled[] = [];
  for await (const one of pull(vendor.tools, stored)) told.push(one);
  const items = told.flatMap((one): readonly Item[] => (one.type === 'items' ? one.items : []));
  return { ...vendor, told, keys: items.map(({ kind, remoteId }) => `${kind} ${remoteId}`) };
}

const verdicts = (told: readonly Pulled[]) =>
  told.flatMap((one) => {
    if (one.type === 'items') return [];
    const { kind, below } = one.area;
    return [`${one.type} ${kind} in ${typeof below === 'string' ? below : below?.remoteId}`];
  });

describe('a pull', () => {
  it('asks for each thing once, the tasks of a project before its lists', async () => {
    const { asked, keys } = await pulled(small);
    expect(asked).toEqual([
      'GET /users/self/organizations',
      'GET /organizations/o1/projects',
      'GET /projects/p1/tasks',
      'GET /projects/p1/lists',
    ]);
    expect(keys).toEqual(['workspace o1', 'project p1', 'list l1', 'task t1']);
  });

  it('is content with only those fields that a client has used', async () => {
    const { told } = await pulled(small);
    expect(verdicts(told)).toEqual([
      'complete workspace in everywhere',
      'complete project in o1',
      'complete list in p1',
      'complete task in l1',
      'complete task in everywhere',
    ]);
  });

  it('skips direct chats, which have no name, and says how many', async () => {
    const projects = [
      { id: 'p8', name: null, isArchived: false },
      { id: 'p9', name: '', isArchived: false },
    ];
    const { keys, notes } = await pulled({
      '/users/self/organizations': { organizations: [{ id: 'o1', name: 'Studio' }] },
      '/organizations/o1/projects': { projects },
    });
    expect(keys).toEqual(['workspace o1']);
    expect(notes).toEqual(['Left out 2 projects without a name, which are direct chats.']);
  });

  it('brings archived projects with what is in them, and deleted ones without', async () => {
    const projects = [
      { id: 'p1', name: 'Site', isArchived: true },
      { id: 'p2', name: 'Old', isArchived: false, deletedAt: '2026-01-01T00:00:00Z' },
    ];
    const { keys, asked } = await pulled({ ...small, '/organizations/o1/projects': { projects } });
    expect(keys).toEqual(['workspace o1', 'project p1', 'project p2', 'list l1', 'task t1']);
    expect(asked.filter((one) => one.includes('p2'))).toEqual([]);
  });

  it('leaves out tasks of lists that are not listed, and says so', async () => {
    const tasks = [
      { id: 't1', name: 'Logo', taskListId: 'l1' },
      { id: 't2', name: 'Old', taskListId: 'l7' },
    ];
    const { keys, notes } = await pulled({ ...small, '/projects/p1/tasks': { tasks } });
    expect(keys).not.toContain('task t2');
    expect(notes).toEqual(['Left out 1 tasks in lists that the vendor does not list.']);
  });

  it.each([403, 404])(
    'goes on when one project answers %i, which leaves gaps in just that project',
    async (status) => {
      const projects = [
        { id: 'p0', name: 'Closed', isArchived: false },
        { id: 'p1', name: 'Site', isArchived: false },
      ];
      const { told } = await pulled({
        ...small,
        '/organizations/o1/projects': { projects },
        '/projects/p0/tasks': status,
        '/projects/p0/lists': status,
      });
      expect(verdicts(told)).toEqual([
        'complete workspace in everywhere',
        'complete project in o1',
        'incomplete list in p0',
        'incomplete task in p0',
        'complete list in p1',
        'complete task in l1',
        'complete task in t1',
      ]);
      const words = told.flatMap((one) => (one.type === 'incomplete' ? [one.failure.word] : []));
      expect(words).toEqual(['gone', 'gone']);
    },
  );

  it('says nothing about the tasks of a project whose lists could not be read', async () => {
    const { told, keys } = await pulled({ ...small, '/projects/p1/lists': 404 });
    expect(verdicts(told).filter((one) => / (task|list) /.test(one))).toEqual([
      'incomplete list in p1',
    ]);
    expect(keys).not.toContain('task t1');
  });

  it('says nothing about tasks when not all lists came: one may have moved into the missing one', async () => {
    const { told } = await pulled({
      ...small,
      '/projects/p1/lists': { lists: [{ id: 'l1', name: 'To do' }], total: 2 },
      '/projects/p1/lists?limit=1&offset=1': 503,
    });
    expect(verdicts(told).filter((one) => / (task|list) /.test(one))).toEqual([
      'incomplete list in p1',
    ]);
  });

  it('does not call complete what came twice: it moved while it was read', async () => {
    const { told, keys } = await pulled({
      ...small,
      '/organizations/o1/projects': {
        projects: ['p1', 'p2'].map((id) => ({ id, name: id, isArchived: false })),
      },
      '/projects/p2/lists': { lists: [{ id: 'l2', name: 'Done' }] },
      '/projects/p2/tasks': { tasks: [{ id: 't1', name: 'Logo', taskListId: 'l2' }] },
    });
    expect(keys.filter((key) => key === 'task t1')).toHaveLength(1);
    expect(verdicts(told)).toContain('incomplete task in l2');
    expect(verdicts(told)).not.toContain('complete task in everywhere');
  });
});

const task = (id: string) => ({ id, name: id, taskListId: 'l1' });

describe('paging', () => {
  it('goes on only as an answer tells', async () => {
    const { asked, keys } = await pulled({
      ...small,
      '/projects/p1/tasks': { tasks: [task('t1'), task('t2')], total: 3 },
      '/projects/p1/tasks?limit=2&offset=2': { tasks: [task('t3')], total: 3 },
    });
    expect(asked).toContain('GET /projects/p1/tasks?limit=2&offset=2');
    expect(keys.filter((key) => key.startsWith('task'))).toEqual(['task t1', 'task t2', 'task t3']);
  });

  it.each([
    ['something was taken away', { tasks: [], total: 2 }],
    ['it ends too early', { tasks: [], total: 3 }],
  ])('proves nothing when %s meanwhile', async (_, second) => {
    const { told } = await pulled({
      ...small,
      '/projects/p1/tasks': { tasks: [task('t1'), task('t2')], total: 3 },
      '/projects/p1/tasks?limit=2&offset=2': second,
    });
    expect(verdicts(told)).toContain('incomplete task in l1');
    expect(verdicts(told)).not.toContain('complete task in everywhere');
  });
});

describe('against the sandbox', () => {
  it('does not see what is private to somebody else, and a colleague does', () =>
    on(async ({ pull: read, simulator, tools }) => {
      const names = async (account: (typeof simulator.accounts)['demo']) => {
        const { keep } = await provider.check(tools(), account.credential);
        const told = await read({ account: { ...account, credential: keep ?? {} } });
        expect(failuresOf(told)).toEqual([]);
        return [...told.items.values()]
          .filter((item) => item.kind === 'project' || item.kind === 'workspace')
          .map(({ name }) => name);
      };
      const [colleague] = simulator.accounts.others;
      if (colleague === undefined) throw new Error('there is no colleague');
      expect(await names(colleague)).toEqual(expect.arrayContaining(['Works council']));
      expect(await names(colleague)).not.toContain('Salary talks');
      expect(await names(colleague)).not.toContain('Rowing club');
      // The bench has signed the demo account in already.
      const mine = [...(await read()).items.values()].map(({ name }) => name);
      expect(mine).toEqual(expect.arrayContaining(['Salary talks', 'Rowing club']));
      expect(mine).not.toContain('Works council');
      expect(mine).not.toContain('Plan of Works council');
    }));

  it('renews an expired token once, and reads everything', () =>
    on(async ({ pull: read, simulator, stored: kept }) => {
      const { demo } = simulator.accounts;
      const before = kept(demo);
      simulator.happen('expire-access', 'demo');
      const told = await read();
      expect(failuresOf(told)).toEqual([]);
      // The refused request, the renewal, and then no more than usual.
      expect(told.requests).toBe(simulator.minimumRequests('demo') + 2);
      expect(kept(demo)['refreshToken']).not.toBe(before['refreshToken']);
      expect((await read()).requests).toBe(simulator.minimumRequests('demo'));
    }));

  it('ends unauthorized, changing nothing, when the session was ended', () =>
    on(async ({ pull: read, simulator }) => {
      simulator.happen('end-sessions', 'demo');
      const told = await read();
      expect(told.thrown).toEqual({
        word: 'unauthorized',
        reason: 'The refresh token is invalid.',
      });
      expect(told.complete).toEqual([]);
      expect(told.requests).toBe(2);
    }));

  it('tells why a password was refused, in the words of the vendor', () =>
    on(async ({ simulator, tools }) => {
      const { demo, revoked } = simulator.accounts;
      const wrong = { ...demo.credential, password: 'no idea' };
      expect(await failureOf(() => provider.check(tools(), wrong))).toEqual({
        word: 'unauthorized',
        reason: 'The e-mail address or the password is incorrect.',
      });
      expect(await failureOf(() => provider.check(tools(), revoked.credential))).toEqual({
        word: 'unauthorized',
        reason: 'This account was disabled by its administrator.',
      });
    }));
});
