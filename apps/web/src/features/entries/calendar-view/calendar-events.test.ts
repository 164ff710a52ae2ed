import { hour } from '@timegrove/domain/time/span.ts';
import { describe, expect, it, test } from 'vitest';
import { anEntry } from '@timegrove/contract/testing/an-entry.ts';
import { backgroundEvents, entryEvents, movedTo, resizedTo, stretchAt } from './calendar-events.ts';
import { dayScale } from './day-scale.ts';

const berlin = dayScale(['2026-10-25'], 'Europe/Berlin');
const utc = dayScale(['2026-03-10'], 'UTC');
const now = Date.parse('2026-03-10T17:00:00Z');

/** An entry by the instants of its ends. */
function between(startedAt: string, stoppedAt: string) {
  return { ...anEntry('09:00', '10:00'), startedAt, stoppedAt };
}

describe('entries', () => {
  it('stand at their places, by what can be moved', () => {
    const entry = anEntry('09:00', '10:30');
    const running = anEntry('16:00', null);
    const drawn = { now, scale: utc, mayChange: () => true };
    expect(entryEvents([entry, running], drawn)).toMatchObject([
      { id: entry.id, start: '2026-03-10T09:00:00.000Z', editable: true },
      { id: running.id, end: '2026-03-10T17:00:00.000Z', editable: false },
    ]);
    expect(entryEvents([entry], { ...drawn, mayChange: () => false })[0]?.editable).toBe(false);
  });

  it('that end at midnight do not reach into the next day', () => {
    const night = between('2026-03-10T22:00:00.000Z', '2026-03-11T00:00:00.000Z');
    const [event] = entryEvents([night], { now, scale: utc, mayChange: () => true });
    expect(event?.end).toBe('2026-03-11T00:00:00.000Z');
  });

  it('in the hour that comes twice end after they start', () => {
    // From 02:30 summer time to 02:15 winter time.
    const entry = between('2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z');
    const drawn = { now: Date.parse('2026-11-01T00:00:00Z'), scale: berlin };
    const [event] = entryEvents([entry], { ...drawn, mayChange: () => true });
    const length = Date.parse(event?.end ?? '') - Date.parse(event?.start ?? '');
    expect(length).toBe(0.75 * berlin.rowLength);
  });
});

describe('what is behind the entries', () => {
  const shown = {
    start: Date.parse('2026-03-10T00:00:00Z'),
    end: Date.parse('2026-03-11T00:00:00Z'),
  };

  it('is the time to come, as far as it is shown', () => {
    expect(backgroundEvents(shown, { now, scale: utc })).toMatchObject([
      { id: 'future', start: '2026-03-10T17:00:00.000Z', end: '2026-03-11T00:00:00.000Z' },
    ]);
    expect(backgroundEvents(shown, { now: shown.end, scale: utc })).toEqual([]);
    const [all] = backgroundEvents(shown, { now: shown.start - hour, scale: utc });
    expect(all?.start).toBe('2026-03-10T00:00:00.000Z');
  });
});

test('an entry that is moved keeps its length and begins on a full minute', () => {
  const entry = between('2026-03-10T09:03:17.000Z', '2026-03-10T09:58:17.000Z');
  const { start, end } = movedTo(entry, Date.parse('2026-03-10T10:05:17Z'), utc);
  expect(new Date(start).toISOString()).toBe('2026-03-10T10:05:00.000Z');
  expect((end - start) / hour).toBeCloseTo(55 / 60);
});

test('an entry that is moved onto the day of 25 hours keeps its length', () => {
  const entry = between('2026-10-24T23:30:00.000Z', '2026-10-25T00:30:00.000Z');
  // To 02:30, the second time that the clock shows it.
  const place = berlin.placeOf(Date.parse('2026-10-25T01:30:00Z'));
  expect(movedTo(entry, place, berlin)).toEqual({
    start: Date.parse('2026-10-25T01:30:00Z'),
    end: Date.parse('2026-10-25T02:30:00Z'),
  });
});

test('only the end that is taken hold of moves', () => {
  const entry = between('2026-03-10T09:03:17.000Z', '2026-03-10T10:00:00.000Z');
  const places = {
    start: Date.parse('2026-03-10T09:03:17Z'),
    end: Date.parse('2026-03-10T11:00:00Z'),
  };
  expect(resizedTo(entry, places, 'end', utc)).toEqual({ start: places.start, end: places.end });
  expect(resizedTo(entry, { ...places, start: places.start - hour }, 'start', utc)).toEqual({
    start: Date.parse('2026-03-10T08:03:00Z'),
    end: Date.parse('2026-03-10T10:00:00Z'),
  });
});

test('what is drawn over a change of the clocks has its true length', () => {
  const spring = dayScale(['2026-03-29'], 'Europe/Berlin');
  const drawn = {
    start: Date.parse('2026-03-29T01:30:00Z'),
    end: Date.parse('2026-03-29T03:30:00Z'),
  };
  const { start, end } = stretchAt(drawn, spring);
  expect(end - start).toBe(hour);
});
