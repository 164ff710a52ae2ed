import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { withPending } from '@timegrove/contract/outbox/with-pending.ts';
import { anEntry, instant as at } from '@timegrove/contract/testing/an-entry.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { describe, expect, test } from 'vitest';
import { askedSpan, deedsOf, left, returned, type AwayAnswer } from './time-away.ts';

const instant = (time: string): number => Date.parse(at(time));
const threshold = 10 * minute;
const task = (name: string) => ({
  id: newId<'task'>(),
  name,
  path: [],
  color: null,
  archived: false,
  provider: null,
});
const running = { ...anEntry('09:00', null), task: task('Design'), note: 'Sketches' };
const away = { start: instant('10:00'), end: instant('10:30') };

const short = (entry: Entry) => [
  entry.task?.name ?? null,
  entry.startedAt.slice(11, 16),
  entry.stoppedAt?.slice(11, 16) ?? null,
  entry.note,
];

/** What is there once the deeds of an answer were done: task, start, end, note. */
function after(answer: AwayAnswer): readonly unknown[] {
  const items = deedsOf(answer, running, away).map((call, seq) => ({
    ...call,
    seq,
    memberId: running.memberId,
    at: at('10:31'),
    refusal: null,
  }));
  return withPending([running], items)
    .map(short)
    .toSorted((a, b) => String(a[1]).localeCompare(String(b[1])));
}

describe('of the answers', () => {
  test('keep changes nothing', () => {
    expect(after({ kind: 'keep' })).toEqual([['Design', '09:00', null, 'Sketches']]);
  });

  test('discard stops when the member left', () => {
    expect(after({ kind: 'discard' })).toEqual([['Design', '09:00', '10:00', 'Sketches']]);
  });

  test('discard and continue leaves the time away out', () => {
    expect(after({ kind: 'continue' })).toEqual([
      ['Design', '09:00', '10:00', 'Sketches'],
      ['Design', '10:30', null, 'Sketches'],
    ]);
  });

  test('move puts the time away on the other task, without a gap', () => {
    expect(after({ kind: 'move', task: task('Talks') })).toEqual([
      ['Design', '09:00', '10:00', 'Sketches'],
      ['Talks', '10:00', '10:30', ''],
      ['Design', '10:30', null, 'Sketches'],
    ]);
  });

  test('move to no task tracks without one', () => {
    expect(after({ kind: 'move', task: null })).toContainEqual([null, '10:00', '10:30', '']);
  });
});

describe('an absence', () => {
  const since = instant('10:00');

  test('begins when the member left, and ends when they are back', () => {
    const gone = left(null, running, { since, threshold });
    expect(askedSpan(gone, running)).toBeNull();
    expect(askedSpan(returned(gone, instant('10:30')), running)).toEqual(away);
  });

  test('never begins before the timer', () => {
    const gone = left(null, running, { since: instant('08:55'), threshold });
    expect(askedSpan(returned(gone, instant('09:30')), running)).toEqual({
      start: instant('09:00'),
      end: instant('09:30'),
    });
  });

  test('goes on when the return was brief and nobody answered', () => {
    const back = returned(left(null, running, { since, threshold }), instant('10:30'));
    const again = left(back, running, { since: instant('10:31'), threshold });
    expect(askedSpan(returned(again, instant('11:00')), running)).toEqual({
      start: since,
      end: instant('11:00'),
    });
  });

  test('stays as it is when the member worked for a while before leaving again', () => {
    const back = returned(left(null, running, { since, threshold }), instant('10:30'));
    const again = left(back, running, { since: instant('10:45'), threshold });
    expect(askedSpan(returned(again, instant('11:30')), running)).toEqual(away);
  });

  test('is of no interest once another timer runs', () => {
    const other = anEntry('09:50', null);
    const back = returned(left(null, running, { since, threshold }), instant('10:30'));
    expect(askedSpan(back, other)).toBeNull();
    expect(left(back, other, { since: instant('11:00'), threshold })).toEqual({
      entryId: other.id,
      since: instant('11:00'),
      until: null,
    });
  });
});
