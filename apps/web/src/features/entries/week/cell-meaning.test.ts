import type { Entry } from '@timegrove/contract/entries.ts';
import { hour, minute } from '@timegrove/domain/time/span.ts';
import { describe, expect, it, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { totalOf } from '../day-lines.ts';
import { meaningOf } from './cell-meaning.ts';

const entry = anEntry('09:00', '10:00');
const late = Date.parse('2026-03-12T00:00:00Z');

interface Typed {
  readonly entries?: readonly Entry[];
  readonly ofDay?: readonly Entry[];
  readonly now?: number;
  readonly zone?: string;
  readonly day?: string;
}

function meaning(typed: string, given: Typed = {}) {
  const { entries = [], ofDay = entries, now = late, zone = 'UTC', day = '2026-03-10' } = given;
  const cell = { day, entries, total: totalOf(entries, now) };
  return meaningOf(typed, cell, { now, zone, ofDay });
}

function added(typed: string, given: Typed = {}) {
  const meant = meaning(typed, given);
  if (meant.kind !== 'add') return meant.kind;
  return [meant.span.start, meant.span.end].map((at) => new Date(at).toISOString().slice(5, 16));
}

describe('an empty cell', () => {
  test.each([
    ['1:30', '03-10T10:30'],
    ['1.5', '03-10T10:30'],
    ['90m', '03-10T10:30'],
    ['1h 30', '03-10T10:30'],
    ['45', '03-10T09:45'],
  ])('typed %s begins at 9', (typed, end) => {
    expect(added(typed)).toEqual(['03-10T09:00', end]);
  });

  test.each(['', '  ', '0', '0:00'])('typed %j stays empty', (typed) => {
    expect(meaning(typed)).toEqual({ kind: 'nothing' });
  });

  it('does not take what is no length of time', () => {
    expect(meaning('soon')).toEqual({ kind: 'unclear' });
  });

  it('begins after the last entry of the day, on whatever task', () => {
    const ofDay = [anEntry('13:00', '14:20'), entry];
    expect(added('1', { ofDay })).toEqual(['03-10T14:20', '03-10T15:20']);
  });

  it('begins at 9 where the last entry lasts into the next day', () => {
    const night = { ...anEntry('22:00', null), stoppedAt: '2026-03-11T02:00:00.000Z' };
    expect(added('1', { ofDay: [night] })).toEqual(['03-10T09:00', '03-10T10:00']);
  });

  it('ends now rather than in the future', () => {
    const now = Date.parse(instant('09:30')) + 20_000;
    expect(added('1:30', { now })).toEqual(['03-10T08:00', '03-10T09:30']);
  });

  it('does not begin on the day before', () => {
    expect(meaning('2', { now: Date.parse(instant('01:30')) })).toEqual({ kind: 'too-much' });
  });

  it('begins at 9 by the clock of the zone, also on the day of 23 hours', () => {
    const given = {
      zone: 'Europe/Berlin',
      day: '2026-03-29',
      now: Date.parse('2026-04-01T00:00Z'),
    };
    expect(added('1', given)).toEqual(['03-29T07:00', '03-29T08:00']);
  });
});

describe('a cell with one entry', () => {
  it('moves its end', () => {
    const start = Date.parse(entry.startedAt);
    const longer = { kind: 'change', entry, end: start + 2 * hour };
    expect(meaning('2:00', { entries: [entry] })).toEqual(longer);
    const shorter = { kind: 'change', entry, end: start + 15 * minute };
    expect(meaning('15m', { entries: [entry] })).toEqual(shorter);
  });

  it('stays as it is where nothing is seen to change', () => {
    const odd = { ...entry, stoppedAt: '2026-03-10T10:00:20.000Z' };
    expect(meaning('1:00', { entries: [odd] })).toEqual({ kind: 'nothing' });
  });

  test.each(['', '0'])('typed %j deletes it', (typed) => {
    expect(meaning(typed, { entries: [entry] })).toEqual({ kind: 'delete', entry });
  });
});
