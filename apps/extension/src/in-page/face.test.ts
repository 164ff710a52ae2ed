import { newId } from '@timegrove/contract/new-id.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { describe, expect, it } from 'vitest';
import type { ItemState } from '../messages.ts';
import { faceOf, type Face } from './face.ts';

const known: ItemState = {
  provider: 'acme',
  item: 'task_1',
  connection: 'ready',
  server: 'https://time.example.org',
  state: 'known',
  taskName: 'Draft',
  choices: [],
  hourly: true,
  running: 'none',
  startedAt: null,
  clockOffset: 0,
  waiting: null,
  trouble: null,
  language: 'en',
};
const startedAt = '2026-03-01T10:00:00.000Z';
const since = Date.parse(startedAt);

/** What the face offers, in words of one kind. */
function offered(face: Face): readonly string[] {
  return face.is === 'explain' ? [face.why, ...face.offers.map(({ to }) => to)] : [face.is];
}

describe('the face of an item', () => {
  it.each<[Partial<ItemState>, readonly string[]]>([
    [{}, ['start']],
    [{ running: 'other', startedAt }, ['start']],
    [{ state: 'asking' }, ['asking']],
    [{ connection: 'none' }, ['not-connected', 'connect']],
    [{ connection: 'refused', running: 'this', startedAt }, ['refused', 'connect']],
    [{ state: 'away' }, ['away']],
    [{ state: 'unknown' }, ['unknown', 'synchronize', 'choose-task']],
    [{ state: 'unknown', hourly: false }, ['unknown-by-hand', 'choose-task']],
    [{ state: 'archived' }, ['archived', 'choose-task']],
    [{ state: 'not-assigned' }, ['not-assigned', 'choose-task']],
    [{ state: 'no-integration' }, ['no-integration', 'choose-task']],
    [{ state: 'several' }, ['several', 'choose-task']],
  ])('%j', (change, expected) => {
    expect(offered(faceOf({ ...known, ...change }, false))).toEqual(expected);
  });

  it('is not known before the first answer', () => {
    expect(faceOf(undefined, false)).toEqual({ is: 'asking' });
  });

  it('says so when the vendors were read anew in vain', () => {
    const state: ItemState = { ...known, state: 'unknown' };
    expect(offered(faceOf(state, true))).toEqual(['still-unknown', 'synchronize', 'choose-task']);
  });

  it('lets choose among several of one name', () => {
    const a: TaskId = newId();
    const b: TaskId = newId();
    const choices = [
      { id: a, name: 'Draft', path: 'Loyalty club' },
      { id: b, name: 'Draft', path: '' },
    ];
    const face = faceOf({ ...known, state: 'several', choices }, false);
    expect(face).toMatchObject({
      offers: [
        { to: 'start', taskId: a, words: 'Loyalty club › Draft' },
        { to: 'start', taskId: b, words: 'Draft' },
        { to: 'choose-task' },
      ],
    });
  });
});

describe('what runs', () => {
  it('can be stopped, whatever became of its task', () => {
    for (const state of ['known', 'archived', 'not-assigned', 'away', 'unknown'] as const)
      expect(faceOf({ ...known, state, running: 'this', startedAt }, false)).toEqual({
        is: 'stop',
        since,
        waiting: false,
      });
  });

  it('counts by the clock of this machine', () => {
    const state: ItemState = { ...known, running: 'this', startedAt, clockOffset: 5000 };
    expect(faceOf(state, false)).toMatchObject({ since: since - 5000 });
  });

  it('is not called stopped before the server has confirmed it', () => {
    const state: ItemState = { ...known, running: 'this', startedAt, waiting: 'stop' };
    expect(faceOf(state, false)).toEqual({ is: 'stopping' });
  });

  it('runs at once, and says that the server does not know yet', () => {
    const state: ItemState = { ...known, running: 'this', startedAt, waiting: 'start' };
    expect(faceOf(state, false)).toMatchObject({ is: 'stop', waiting: true });
  });
});
