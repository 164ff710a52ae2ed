import { newId } from '@timegrove/contract/new-id.ts';
import { hour, minute } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { additionOf, changeOf, draftFor, draftOf, proposedSpan } from './draft.ts';

const entry = anEntry('09:00', '10:00');
const at = (time: string) => Date.parse(instant(time));

test('nothing changed, nothing to send', () => {
  expect(changeOf(draftOf(entry), entry)).toBeNull();
});

test('only what changed is sent', () => {
  const draft = draftOf(entry);
  const changed = { ...draft, note: 'Rake', times: { ...draft.times, end: at('10:30') } };
  expect(changeOf(changed, entry)?.given).toEqual({
    params: { entryId: entry.id },
    body: { stoppedAt: instant('10:30'), note: 'Rake' },
  });
});

test('taking the task away is sent as null, not left out', () => {
  const task = {
    id: newId<'task'>(),
    name: 'Hedge',
    path: [],
    color: null,
    archived: false,
    provider: null,
  };
  const onTask = { ...entry, task };
  expect(changeOf({ ...draftOf(onTask), task: null }, onTask)?.given).toMatchObject({
    body: { taskId: null },
  });
});

test('a running timer is never given an end', () => {
  const running = anEntry('09:00', null);
  const draft = draftOf(running);
  const call = changeOf({ ...draft, times: { ...draft.times, start: at('08:30') } }, running);
  expect(call?.given).toEqual({
    params: { entryId: running.id },
    body: { startedAt: instant('08:30') },
  });
});

test('billable is left to the task unless it was set', () => {
  const id = newId<'entry'>();
  const draft = draftFor({ start: at('09:00'), end: at('10:00') }, 'UTC');
  expect(additionOf(draft, id).given).not.toHaveProperty('body.billable');
  expect(additionOf({ ...draft, billable: false }, id).given).toHaveProperty(
    'body.billable',
    false,
  );
});

test.each([
  { title: 'the last hour', lastEnd: undefined, start: '15:20', end: '16:20' },
  { title: 'not before the last end', lastEnd: at('15:45'), start: '15:45', end: '16:20' },
  { title: 'at least a minute', lastEnd: at('16:20'), start: '16:19', end: '16:20' },
])('today it proposes $title', ({ lastEnd, start, end }) => {
  const when = { day: '2026-03-10', today: '2026-03-10', now: at('16:20') + 20_000, zone: 'UTC' };
  expect(proposedSpan(lastEnd, when)).toEqual({ start: at(start), end: at(end) });
});

test('another day is proposed from nine, or after its last entry', () => {
  const when = { day: '2026-03-10', today: '2026-03-12', now: 0, zone: 'UTC' };
  expect(proposedSpan(undefined, when)).toEqual({ start: at('09:00'), end: at('10:00') });
  const later = proposedSpan(at('11:00') + minute, when);
  expect(later).toEqual({ start: at('11:01'), end: at('11:01') + hour });
});
