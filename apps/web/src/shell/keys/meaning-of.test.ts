import { describe, expect, it } from 'vitest';
import { meaningOf } from './meaning-of.ts';

describe('what a key means', () => {
  it.each([
    ['t', null, 'choose-task'],
    ['T', null, 'choose-task'],
    ['?', null, 'show-keys'],
    ['s', 't', 'start-or-stop'],
    ['t', 'g', 'go-timesheet'],
    ['T', 'G', 'go-timesheet'],
    ['i', 'g', 'go-integrations'],
  ] as const)('%s after %s: %s', (key, before, meaning) => {
    expect(meaningOf(key, before)).toBe(meaning);
  });

  it('is nothing alone for what only begins, and nothing after it for what it does not begin', () => {
    expect(meaningOf('g', null)).toBeUndefined();
    expect(meaningOf('s', 'g')).toBeUndefined();
    expect(meaningOf('p', null)).toBeUndefined();
    expect(meaningOf('Enter', null)).toBeUndefined();
  });
});
