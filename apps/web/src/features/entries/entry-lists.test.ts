import { expect, test } from 'vitest';
import { anEntry, instant } from './an-entry.ts';
import { stoppedAt, withChanged, without, withRunning } from './entry-lists.ts';

const day = '2026-03-10';

test('the running timer stands at its place and only once', () => {
  const running = anEntry('11:00', null);
  const [early, late] = [anEntry('09:00', '10:00'), anEntry('12:00', '13:00')];
  expect(withRunning([early, running, late], running, day)).toEqual([early, running, late]);
  expect(withRunning([late, early], running, day)).toEqual([early, running, late]);
});

test('a timer that was stopped elsewhere does not run on in the list', () => {
  expect(withRunning([anEntry('09:00', null)], null, day)).toEqual([]);
});

test('a timer of another day is not put into this one', () => {
  expect(withRunning([], { ...anEntry('09:00', null), day: '2026-03-09' }, day)).toEqual([]);
});

test('only what runs is stopped', () => {
  const [done, running] = [anEntry('08:00', '09:00'), anEntry('09:00', null)];
  expect(stoppedAt([done, running], instant('09:30'))).toEqual([
    done,
    { ...running, stoppedAt: instant('09:30') },
  ]);
});

test('one entry is taken out or replaced by its id', () => {
  const [first, second] = [anEntry('08:00', '09:00'), anEntry('09:00', '10:00')];
  const changed = { ...second, note: 'Prune' };
  expect(without([first, second], first.id)).toEqual([second]);
  expect(withChanged([first, second], changed)).toEqual([first, changed]);
});
