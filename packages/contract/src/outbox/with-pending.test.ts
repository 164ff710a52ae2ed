import type { EntryId } from '@timegrove/domain/id.ts';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../entries.ts';
import { newId } from '../new-id.ts';
import { addEntry } from './deeds/add-entry.ts';
import { changeEntry } from './deeds/change-entry.ts';
import { deleteEntry } from './deeds/delete-entry.ts';
import { startTimer } from './deeds/start-timer.ts';
import { stopTimer } from './deeds/stop-timer.ts';
import { undeleteEntry } from './deeds/undelete-entry.ts';
import type { Call } from './item.ts';
import { withPending } from './with-pending.ts';

const memberId = newId<'member'>();
const at = (time: string): string => `2026-03-28T${time}:00.000Z`;
const task = {
  id: newId<'task'>(),
  name: 'Mulch',
  path: ['Garden'],
  color: null,
  archived: false,
  provider: null,
};

function anEntry(change: Partial<Entry> = {}): Entry {
  return {
    id: newId<'entry'>(),
    memberId,
    task: null,
    startedAt: at('08:00'),
    stoppedAt: null,
    zone: 'Pacific/Auckland',
    day: '2026-03-28',
    note: '',
    billable: false,
    tagIds: [],
    changedBy: null,
    ...change,
  };
}

function after(entries: readonly Entry[], ...calls: readonly Call[]): readonly Entry[] {
  const items = calls.map((call, seq) => ({
    ...call,
    seq,
    memberId,
    at: at('20:15'),
    refusal: null,
  }));
  const once = withPending(entries, items);
  // The server may have done it already: then nothing changes any more.
  expect(withPending(once, items)).toEqual(once);
  return once;
}

const starting = (id: EntryId, startedAt?: string) =>
  startTimer.call(
    {
      body: {
        id,
        taskId: task.id,
        zone: 'Pacific/Auckland',
        note: 'Beds',
        ...(startedAt && { startedAt }),
      },
    },
    { task },
  );

describe('laid over what is known', () => {
  test('a start runs, on its day, and ends what ran', () => {
    const running = anEntry();
    const id = newId<'entry'>();
    expect(after([running], starting(id))).toEqual([
      { ...running, stoppedAt: at('20:15') },
      anEntry({ id, task, note: 'Beds', startedAt: at('20:15'), day: '2026-03-29' }),
    ]);
  });

  test('a start is never before the one that it ends', () => {
    const running = anEntry();
    const id = newId<'entry'>();
    const [ended, started] = after([running], starting(id, at('07:59')));
    expect(ended?.stoppedAt).toBe(at('08:00'));
    expect(started?.startedAt).toBe(at('08:00'));
  });

  test('of two stops the earlier one stands', () => {
    const running = anEntry();
    const stop = (time: string) =>
      stopTimer.call({ params: { entryId: running.id }, body: { stoppedAt: at(time) } });
    expect(after([running], stop('09:00'), stop('08:30'))[0]?.stoppedAt).toBe(at('08:30'));
    expect(after([running], stop('07:00'))[0]?.stoppedAt).toBe(at('08:00'));
  });

  test('time by hand is added once', () => {
    const id = newId<'entry'>();
    const body = { id, taskId: null, startedAt: at('01:00'), stoppedAt: at('02:00'), zone: 'UTC' };
    expect(after([], addEntry.call({ body }), addEntry.call({ body }))).toEqual([
      anEntry({ id, startedAt: at('01:00'), stoppedAt: at('02:00'), zone: 'UTC' }),
    ]);
  });

  test('a change moves an entry to its new day, also where it was not known', () => {
    const entry = anEntry({ stoppedAt: at('08:30') });
    const change = changeEntry.call(
      {
        params: { entryId: entry.id },
        body: { startedAt: at('11:30'), stoppedAt: at('12:00'), taskId: task.id },
      },
      { entry, task },
    );
    const moved = {
      ...entry,
      startedAt: at('11:30'),
      stoppedAt: at('12:00'),
      day: '2026-03-29',
      task,
    };
    expect(after([entry], change)).toEqual([moved]);
    expect(after([], change)).toEqual([moved]);
  });

  test('a change does not bring a timer back that has ended elsewhere', () => {
    const entry = anEntry();
    const change = changeEntry.call(
      { params: { entryId: entry.id }, body: { note: 'Beds' } },
      { entry },
    );
    expect(after([], change)).toEqual([]);
  });

  test('what was deleted is gone, and what was brought back is there', () => {
    const entry = anEntry({ stoppedAt: at('08:30') });
    const params = { entryId: entry.id };
    const [gone, back] = [deleteEntry.call({ params }), undeleteEntry.call({ params }, { entry })];
    expect(after([entry], gone)).toEqual([]);
    expect(withPending([entry], [])).toEqual([entry]);
    expect(after([], back)).toEqual([entry]);
  });
});
