import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { changing, deleting, merging, splitting, type Reversible } from './reversible.ts';

const [first, second, other] = [
  { ...anEntry('09:00', '10:00'), note: 'Rake' },
  { ...anEntry('10:30', '11:00'), note: 'Prune', tagIds: [newId<'tag'>()] },
  anEntry('12:00', '13:00'),
];
const day = [first, second, other];
const task = {
  id: newId<'task'>(),
  name: 'Hedge',
  path: [],
  color: null,
  archived: false,
  provider: null,
};

/** What the day looks like once the calls are done, by start. */
function after(entries: readonly Entry[], calls: readonly Call[]): readonly Entry[] {
  const items = calls.map((call, seq) => {
    const sent = { seq, memberId: first.memberId, at: instant('14:00'), refusal: null };
    return { ...call, ...sent };
  });
  return withPending(entries, items).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

test.each<[string, Reversible]>([
  ['a change', changing([first, second], () => ({ task, billable: true }))],
  ['a deletion', deleting([first, second])],
  ['a split', splitting(first, instant('09:20'))],
  ['a merge', merging(first, [second])],
])('%s is seen at once, and taken back', (_name, { call, back }) => {
  const done = after(day, [call]);
  expect(done).not.toEqual(day);
  expect(done).toContainEqual(other);
  expect(after(done, back)).toEqual(day);
});

test('a change says only what is changed', () => {
  const { call, back } = changing([first], () => ({ tagIds: [] }));
  const [entryId, tagIds] = [first.id, first.tagIds];
  expect(call.given).toEqual({ body: { changes: [{ entryId, tagIds: [] }] } });
  expect(back.map(({ given }) => given)).toEqual([
    { body: { changes: [{ entryId, tagIds, billable: first.billable }] } },
  ]);
});

test('the halves of a split meet', () => {
  const halves = after([first], [splitting(first, instant('09:20')).call]);
  expect(halves.map(({ startedAt, stoppedAt, note }) => [startedAt, stoppedAt, note])).toEqual([
    [instant('09:00'), instant('09:20'), 'Rake'],
    [instant('09:20'), instant('10:00'), 'Rake'],
  ]);
});

test('a merge takes the task of the first and names it only where another differs', () => {
  const { call } = merging(first, [second]);
  expect(after([first, second], [call])).toEqual([
    { ...first, stoppedAt: instant('11:00'), note: 'Rake; Prune', tagIds: second.tagIds },
  ]);
  const ids = [first.id, second.id];
  expect(call.given).toEqual({ body: { ids, fillGaps: true } });
  const onTask = { ...second, task };
  expect(merging(first, [onTask]).call.given).toEqual({
    body: { ids, fillGaps: true, taskId: null },
  });
});
