import { listTrackableTasks, searchTasks } from '@timegrove/contract/tasks.ts';
import { findTasks } from '@timegrove/domain/tree/find-tasks.ts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, aTask } from '../../testing/world.ts';

const server = await aServer();

describe('listing what can be tracked on', () => {
  it('needs a session', async () => {
    expect((await refusalOf(server.ask(listTrackableTasks))).code).toBe('session-needed');
  });

  it('gives the assigned branches page by page, and nothing else', async () => {
    const account = await anAccount(server);
    const [member, stranger] = [await aMember(account), await aMember(account)];
    const project = await aTask(account, { name: 'Project' });
    const branch = await aTask(account, { name: 'Branch', parent: project });
    const names = ['A', 'B', 'C'];
    for (const name of names) await aTask(account, { name, parent: branch });
    await aTask(account, { name: 'Old', parent: branch, archived: true });
    await aTask(account, { name: 'Beside', parent: project });
    await anAssignment(account, branch, member);
    const first = await member.ask(listTrackableTasks, { query: { limit: 3 } });
    expect(first.tasks).toHaveLength(3);
    const second = await member.ask(listTrackableTasks, {
      query: { limit: 3, ...(first.next && { after: first.next }) },
    });
    expect(second.next).toBeNull();
    const all = [...first.tasks, ...second.tasks];
    expect(all.map(({ name }) => name).sort()).toEqual(['A', 'B', 'Branch', 'C']);
    expect(all.find(({ name }) => name === 'A')).toMatchObject({
      path: ['Project', 'Branch'],
      color: null,
      provider: null,
      keywords: [],
    });
    expect((await stranger.ask(listTrackableTasks)).tasks).toEqual([]);
  });

  it('finds by them what a search on the server finds, in the same order', async () => {
    const account = await anAccount(server);
    const member = await aMember(account);
    for (const [client, ...below] of [
      ['Acme', 'Homepage', 'Plan', 'Plan B', 'Replanting', 'a/b test'],
      ['Plan 9', 'Weekly planning', 'QA (plan)', '設計書', '100 %', 'Pläne'],
    ]) {
      const parent = await aTask(account, { name: client ?? '' });
      for (const name of below) await aTask(account, { name, parent });
      await anAssignment(account, parent, member);
    }
    const { tasks } = await member.ask(listTrackableTasks, { query: { limit: 2000 } });
    const typed = [
      'plan',
      'pl',
      'p',
      'acme plan',
      'plan acme',
      'b',
      '計',
      '%',
      'qa',
      'plan b',
      'la',
      'PLÄ',
    ];
    for (const q of typed) {
      const found = await member.ask(searchTasks, { query: { q, limit: 50 } });
      const cached = findTasks(tasks, q, { recent: 0, limit: 50 });
      expect([q, cached.map(({ name }) => name)]).toEqual([q, found.tasks.map(({ name }) => name)]);
    }
  });
});
