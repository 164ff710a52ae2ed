import { expect, test } from 'vitest';
import { anEntry, instant as at } from '@timegrove/contract/testing/an-entry.ts';
import { effectOfMove, effectOfStart } from './effect-of-start.ts';

const instant = (time: string): number => Date.parse(at(time));

test('what was going on ends at the start, and the new timer runs', () => {
  const [early, running] = [anEntry('07:00', '08:00'), anEntry('08:00', null)];
  expect(effectOfStart(instant('09:00'), [early, running], instant('10:00'))).toEqual({
    ends: [running],
    overlaps: [],
    until: null,
  });
});

test('what began after the start ends the new time', () => {
  const running = anEntry('09:30', null);
  const effect = effectOfStart(instant('09:00'), [running], instant('10:00'));
  expect(effect).toEqual({ ends: [], overlaps: [], until: instant('09:30') });
});

test('a running timer that is moved back ends what it reaches into, and says what it lies over', () => {
  const [far, reached, covered] = [
    anEntry('06:00', '07:00'),
    anEntry('07:00', '08:30'),
    anEntry('08:30', '09:00'),
  ];
  const running = anEntry('09:30', null);
  const effect = effectOfMove(running, instant('08:00'), [far, reached, covered, running]);
  expect(effect).toEqual({ ends: [reached], overlaps: [covered], until: null });
});

test('a running timer that is moved to where another ended ends nothing', () => {
  const effect = effectOfMove(anEntry('09:30', null), instant('09:00'), [
    anEntry('08:00', '09:00'),
  ]);
  expect(effect).toEqual({ ends: [], overlaps: [], until: null });
});
