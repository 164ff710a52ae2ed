import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { expectedTimer } from './expected-timer.ts';

const memberId = newId<'member'>();

test('the expected timer runs from now, on the day of the zone', () => {
  const id = newId<'entry'>();
  const timer = expectedTimer(
    { id, task: null, note: 'Mulch' },
    { memberId, zone: 'Pacific/Auckland', now: Date.parse('2026-03-28T20:15:00.000Z') },
  );
  expect(timer).toEqual({
    id,
    memberId,
    task: null,
    startedAt: '2026-03-28T20:15:00.000Z',
    stoppedAt: null,
    zone: 'Pacific/Auckland',
    day: '2026-03-29',
    note: 'Mulch',
    billable: false,
  });
});
