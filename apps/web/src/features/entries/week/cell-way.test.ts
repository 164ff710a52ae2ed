import { expect, test } from 'vitest';
import { anEntry } from '@timegrove/contract/testing/an-entry.ts';
import { wayInto, type CellRules } from './cell-way.ts';

const day = '2026-03-10';
const one = [anEntry('09:00', '10:00')];
const running = [anEntry('09:00', null)];
const several = [...one, anEntry('11:00', '12:00')];
const [past, today, before] = ['2026-03-12', day, '2026-03-09'];

test.each([
  ['an empty day', [], {}, 'type'],
  ['one finished entry', one, {}, 'type'],
  ['several entries', several, {}, 'list'],
  ['what runs', running, {}, 'list'],
  ['today', [], { today }, 'type'],
  ['tomorrow', [], { today: before }, 'future'],
  ['an entry of tomorrow', one, { today: before }, 'type'],
  ['a day of somebody else', one, { mayChange: false }, 'look-only'],
  ['an empty day without time by hand', [], { byHand: false }, 'by-hand-off'],
  ['an entry without time by hand', one, { byHand: false }, 'list'],
  ['the first day that is not locked', one, { lockAfterDays: 2 }, 'type'],
  ['a locked day', one, { lockAfterDays: 1 }, 'locked'],
] as const)('%s', (_name, entries, rules: Partial<CellRules>, wanted) => {
  const usual = { today: past, mayChange: true, byHand: true, lockAfterDays: null };
  const way = wayInto({ day, entries, total: 0 }, { ...usual, ...rules });
  expect(way.way === 'closed' ? way.why : way.way).toBe(wanted);
});
