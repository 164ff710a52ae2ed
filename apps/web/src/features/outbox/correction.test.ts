import { addEntry } from '@timegrove/contract/outbox/deeds/add-entry.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import type { Call, Item } from '@timegrove/contract/outbox/item.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { draftOf } from '../entries/draft.ts';
import { canCorrect, correctedCall, entryOf } from './correction.ts';

const memberId = newId<'member'>();
const itemOf = (call: Call): Item => ({
  ...call,
  seq: 1,
  memberId,
  at: instant('12:00'),
  refusal: null,
});
const entry = anEntry('09:00', '10:00');
const { id, startedAt } = entry;
const addition = { id, taskId: null, startedAt, stoppedAt: instant('10:00'), zone: 'UTC' };

test('time by hand is corrected under its own id', () => {
  const item = itemOf(addEntry.call({ body: addition }));
  const made = entryOf(item);
  if (made === undefined) throw new Error('nothing would be made');
  const call = correctedCall(item, made, { ...draftOf(made), note: 'Rake' });
  expect(call).toMatchObject({ deed: 'add-entry', given: { body: { ...addition, note: 'Rake' } } });
});

test('a start keeps its moment and gets another task', () => {
  const body = { id, taskId: newId<'task'>(), zone: 'UTC', startedAt };
  const item = itemOf(startTimer.call({ body }));
  const made = entryOf(item);
  if (made === undefined) throw new Error('nothing would be made');
  expect(correctedCall(item, made, { ...draftOf(made), task: null })).toMatchObject({
    deed: 'start-timer',
    given: { body: { id, taskId: null, startedAt } },
  });
});

test('what takes an entry away shows it, and cannot be corrected', () => {
  const item = itemOf(deleteEntry.call({ params: { entryId: id } }, { entry }));
  expect(entryOf(item)).toEqual(entry);
  expect(canCorrect(item)).toBe(false);
});
