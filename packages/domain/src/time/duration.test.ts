import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, formatElapsed, parseDuration } from './duration.ts';
import { hour, minute } from './span.ts';

describe('a typed duration', () => {
  test.each([
    ['1:30', 90],
    ['01:05', 65],
    [':45', 45],
    ['0:00', 0],
    ['100:00', 6000],
    ['1.5', 90],
    ['1,5', 90],
    [',25', 15],
    ['0.1', 6],
    ['1.333', 80],
    ['1.5h', 90],
    ['1,5 Std.', 90],
    ['2h', 120],
    ['2 hours', 120],
    ['90m', 90],
    ['90 min', 90],
    ['90 Minuten', 90],
    ['1h 30', 90],
    ['1h30m', 90],
    ['1h30', 90],
    ['1 h 5 min', 65],
    ['2 Std. 5 Min.', 125],
    ['  1:30  ', 90],
    ['0', 0],
    ['1', 60],
    ['8', 480],
    ['12', 720],
    ['13', 13],
    ['45', 45],
    ['120', 120],
  ])('%j is %d minutes', (typed, minutes) => {
    expect(parseDuration(typed)).toBe(minutes * minute);
  });

  test('can have seconds', () => {
    expect(parseDuration('0:01:05')).toBe(65_000);
  });

  test.each(['', ' ', ':', '1:', '1:5', '1:60', '1:90', '-1:30', '-5', '1.', '.', '1h 90m', '1e3'])(
    '%j is none',
    (typed) => {
      expect(parseDuration(typed)).toBeUndefined();
    },
  );

  test.each(['h', 'm', 'abc', '1x', '1:30:99', '1 30', '12345678901234567890', 'NaN', 'Infinity'])(
    '%j is none either',
    (typed) => {
      expect(parseDuration(typed)).toBeUndefined();
    },
  );

  test('is never negative or broken, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789:.,hm -'.split('')) }),
        (typed) => {
          const duration = parseDuration(typed) ?? 0;
          expect(Number.isSafeInteger(duration) && duration >= 0).toBe(true);
        },
      ),
    );
  });
});

describe('a written duration', () => {
  test.each([
    [0, '0:00', '0 min'],
    [29_999, '0:00', '0 min'],
    [30_000, '0:01', '1 min'],
    [45 * minute, '0:45', '45 min'],
    [90 * minute, '1:30', '1 h 30 min'],
    [2 * hour, '2:00', '2 h'],
    [59.6 * minute, '1:00', '1 h'],
    [125 * hour, '125:00', '125 h'],
    [-5 * minute, '0:00', '0 min'],
  ])('%d ms is %s or %s', (duration, clock, words) => {
    expect(formatDuration(duration)).toBe(clock);
    expect(formatDuration(duration, 'words')).toBe(words);
  });

  test('in whole minutes is read back as it was', () => {
    fc.assert(
      fc.property(fc.nat(9999 * 60), fc.constantFrom('clock', 'words'), (minutes, form) => {
        expect(parseDuration(formatDuration(minutes * minute, form))).toBe(minutes * minute);
      }),
    );
  });
});

describe('elapsed time', () => {
  test.each([
    [65_999, '0:01:05'],
    [0, '0:00:00'],
    [-4_000, '0:00:00'],
    [59 * minute + 59_999, '0:59:59'],
    [100 * hour, '100:00:00'],
  ])('after %d ms is %s', (elapsed, shown) => {
    expect(formatElapsed(1_000_000, 1_000_000 + elapsed)).toBe(shown);
  });

  test('is computed from the start: it never runs backwards and never drifts', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e9), (start, elapsed) => {
        const read = parseDuration(formatElapsed(start, start + elapsed));
        expect(read).toBe(elapsed - (elapsed % 1000));
      }),
    );
  });
});
