import { expect, test } from 'vitest';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { retiming } from './retiming.ts';

const entry = anEntry('09:00', '10:00');

test('an entry gets other times, and what takes it back gives it the old ones', () => {
  const span = { start: Date.parse(instant('11:00')), end: Date.parse(instant('12:30')) };
  const deed = retiming(entry, span);
  if (deed === null) throw new Error('nothing changes');
  const item = { seq: 1, memberId: entry.memberId, at: instant('13:00'), refusal: null };
  const [moved] = withPending([entry], [{ ...item, ...deed.call }]);
  expect(moved).toEqual({ ...entry, startedAt: instant('11:00'), stoppedAt: instant('12:30') });
  const [back] = deed.back;
  if (moved === undefined || back === undefined) throw new Error('it is gone');
  expect(withPending([moved], [{ ...item, ...back }])).toEqual([entry]);
});

test('the times that it has change nothing', () => {
  const span = { start: Date.parse(instant('09:00')), end: Date.parse(instant('10:00')) };
  expect(retiming(entry, span)).toBeNull();
});
