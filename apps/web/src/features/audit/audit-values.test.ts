import { expect, it } from 'vitest';
import { readAuditValue, readEntryName } from './audit-values.ts';

const anId = '0198c1de-0000-7000-8000-000000000001';

it.each([
  ['note', null, { is: 'nothing' }],
  ['note', '', { is: 'nothing' }],
  ['note', 'all', { is: 'text', text: 'all' }],
  ['currency', 'EUR', { is: 'text', text: 'EUR' }],
  ['active', false, { is: 'answer', yes: false }],
  ['members', [], { is: 'nothing' }],
  ['members', ['Kim', 'Mia'], { is: 'names', names: ['Kim', 'Mia'] }],
  ['tagIds', [anId, anId], { is: 'things', count: 2 }],
  ['selection', 'all', { is: 'everything' }],
  ['selection', { mode: 'all' }, { is: 'everything' }],
  ['selection', { mode: 'ticked', ids: ['4', '8'] }, { is: 'things', count: 2 }],
  ['selection', ['Bakery', 'Shop'], { is: 'names', names: ['Bakery', 'Shop'] }],
  [
    'startedAt',
    '2026-03-02T09:00:00.000Z',
    { is: 'moment', at: new Date(Date.UTC(2026, 2, 2, 9)) },
  ],
  ['weekStart', 7, { is: 'weekday', nth: 7 }],
  ['roundingMinutes', 0, { is: 'nothing' }],
  ['roundingMinutes', 15, { is: 'length', count: 15, unit: 'minute' }],
  ['lockAfterDays', 0, { is: 'length', count: 0, unit: 'day' }],
  ['longTimerHours', 8, { is: 'length', count: 8, unit: 'hour' }],
])('%s: %j', (field, value, read) => {
  expect(readAuditValue(field, value)).toEqual(read);
});

it('reads whose time it was and the day, whatever the name', () => {
  expect(readEntryName('Linden, Ada, 2026-03-02')).toEqual({
    member: 'Linden, Ada',
    day: '2026-03-02',
  });
  expect(readEntryName('Kim')).toEqual({ member: 'Kim', day: '' });
});
