import { newId } from '@timegrove/contract/new-id.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followQuery, pause, type Question, type TaskAnswer } from './follow-query.ts';
import type { PickedTask } from './picked-task.ts';

function aTask(name: string): PickedTask {
  return {
    id: newId<'task'>(),
    name,
    path: ['Garden'],
    color: null,
    archived: false,
    provider: null,
  };
}

const asking = (typed: string): Question => ({ typed, way: null });

/** A source without a connection. */
function refuse() {
  return Promise.reject(new Error('The server cannot be reached at the moment.'));
}

/** A source that answers each query only when told to. */
function aSlowSource() {
  const asked: string[] = [];
  const answers = new Map<string, (tasks: PickedTask[]) => void>();
  const ask = (query: string) => {
    asked.push(query);
    return new Promise<PickedTask[]>((resolve) => answers.set(query, resolve));
  };
  return {
    asked,
    source: {
      favourites: () => ask('favourites'),
      recent: () => ask('recent'),
      search: ask,
      below: async (task: PickedTask | null) => ({
        tasks: await ask(`below ${task?.name}`),
        more: false,
      }),
    },
    answer: async (query: string, tasks = [aTask(`found by ${query}`)]) => {
      answers.get(query)?.(tasks);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('asks only for what stands after a pause in typing', async () => {
  const { asked, source } = aSlowSource();
  const tell = vi.fn();
  const endFirst = followQuery(source, asking('wa'), tell);
  await vi.advanceTimersByTimeAsync(pause - 1);
  endFirst();
  followQuery(source, asking('water '), tell);
  await vi.advanceTimersByTimeAsync(pause);
  expect(asked).toEqual(['water']);
});

test('a slow old answer never comes after a newer one', async () => {
  const { source, answer } = aSlowSource();
  const told: TaskAnswer[] = [];
  const tell = (given: TaskAnswer) => told.push(given);
  const endOld = followQuery(source, asking('wa'), tell);
  await vi.advanceTimersByTimeAsync(pause);
  endOld();
  followQuery(source, asking('water'), tell);
  await vi.advanceTimersByTimeAsync(pause);
  await answer('water');
  await answer('wa');
  expect(told).toMatchObject([{ tasks: [{ name: 'found by water' }] }]);
});

test('an empty query asks for the favourites and the recent tasks without waiting', async () => {
  const { asked, source, answer } = aSlowSource();
  const tell = vi.fn();
  followQuery(source, asking('  '), tell);
  await vi.advanceTimersByTimeAsync(0);
  const [kept, other] = [aTask('kept'), aTask('other')];
  await answer('recent', [other, kept]);
  await answer('favourites', [kept]);
  expect(asked).toEqual(['favourites', 'recent']);
  const found = { state: 'found', query: '', tasks: [kept, other], favourites: 1 };
  expect(tell).toHaveBeenCalledExactlyOnceWith({ ...found, way: null, more: false });
});

test('nothing typed in a branch asks at once for what lies below it', async () => {
  const { asked, source, answer } = aSlowSource();
  const tell = vi.fn();
  const garden = aTask('garden');
  followQuery(source, { typed: '', way: [garden] }, tell);
  await vi.advanceTimersByTimeAsync(0);
  await answer('below garden');
  expect(asked).toEqual(['below garden']);
  expect(tell).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ way: [garden], tasks: [expect.any(Object)] }),
  );
});

test('a failure is told with its sentence', async () => {
  const tell = vi.fn();
  const source = { favourites: refuse, recent: refuse, search: refuse, below: refuse };
  followQuery(source, asking(''), tell);
  await vi.advanceTimersByTimeAsync(0);
  expect(tell).toHaveBeenCalledWith({
    state: 'failed',
    reason: 'The server cannot be reached at the moment.',
  });
});
