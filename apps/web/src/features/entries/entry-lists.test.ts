import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { entriesNow } from './entry-lists.ts';

test('the running timer stands at its place and only once', () => {
  const running = anEntry('11:00', null);
  const [early, late] = [anEntry('09:00', '10:00'), anEntry('12:00', '13:00')];
  const told = { running, pending: [] };
  expect(entriesNow({ ...told, stored: [early, running, late] })).toEqual([early, running, late]);
  expect(entriesNow({ ...told, stored: [late, early] })).toEqual([early, running, late]);
});

test('a timer that was stopped elsewhere does not run on in the list', () => {
  const stored = [anEntry('09:00', null)];
  expect(entriesNow({ stored, running: null, pending: [] })).toEqual([]);
});

test('what waits is laid over what the server told', () => {
  const [kept, gone] = [anEntry('08:00', '09:00'), anEntry('09:00', '10:00')];
  const call = deleteEntry.call({ params: { entryId: gone.id } });
  const item = { ...call, seq: 1, memberId: gone.memberId, at: instant('11:00'), refusal: null };
  expect(entriesNow({ stored: [gone, kept], running: null, pending: [item] })).toEqual([kept]);
});
