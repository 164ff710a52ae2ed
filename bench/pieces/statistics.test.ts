import { describe, expect, it } from 'vitest';
import { atMost, exactly, inJson, inWords } from './figure.ts';
import { median, p99 } from './statistics.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => count - at);

describe('median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 2, 4, 100], 7],
  ])('of %j is %d', (numbers, expected) => expect(median(numbers)).toBe(expected));

  it('of nothing is refused', () => expect(() => median([])).toThrow(RangeError));
});

describe('p99', () => {
  it.each([
    [upTo(1), 1],
    [upTo(50), 50],
    [upTo(100), 99],
    [upTo(101), 100],
    [upTo(1000), 990],
  ])('leaves out at most one in a hundred', (numbers, expected) =>
    expect(p99(numbers)).toBe(expected),
  );

  it('of nothing is refused', () => expect(() => p99([])).toThrow(RangeError));
});

describe('a figure', () => {
  it('holds up to its budget and not above', () => {
    expect(atMost('search', 25, 'ms', 25).holds).toBe(true);
    expect(atMost('search', 25.001, 'ms', 25).holds).toBe(false);
  });

  it('that must be exact holds for that number alone', () => {
    expect([0, 1, 2].map((value) => exactly('requests', value, 'x', 1).holds)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is said in words and in JSON', () => {
    const figure = atMost('search', 12.345, 'ms', 25);
    expect(inWords(figure)).toBe('search: 12.3 ms (budget at most 25 ms, holds)');
    expect(JSON.parse(inJson(figure))).toEqual({
      name: 'search',
      value: 12.3,
      unit: 'ms',
      budget: 25,
      holds: true,
    });
  });
});
