import { describe, expect, test } from 'vitest';
import { DomainError, type RuleCode } from '../rule.ts';
import { ensureHandMade, ensureStart } from './limits.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const at = (text: string) => Date.parse(text);

function codeOf(work: () => void): RuleCode | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('times by hand', () => {
  test.each([
    ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', undefined],
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.001Z', undefined],
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z', 'entry-ends-before-start'],
    ['2026-03-02T08:00:00Z', '2026-03-02T07:59:59Z', 'entry-ends-before-start'],
    ['2026-03-02T08:00:00Z', '2026-03-02T12:01:00Z', undefined],
    ['2026-03-02T08:00:00Z', '2026-03-02T12:01:00.001Z', 'entry-in-future'],
    ['2026-02-23T12:00:00Z', '2026-03-02T12:00:00Z', undefined],
    ['2026-02-23T11:59:59Z', '2026-03-02T12:00:00Z', 'entry-too-long'],
    ['0026-03-02T08:00:00Z', '0026-03-02T09:00:00Z', 'input-invalid'],
  ])('from %s to %s: %s', (startedAt, stoppedAt, code) => {
    const times = { startedAt: at(startedAt), stoppedAt: at(stoppedAt) };
    expect(codeOf(() => ensureHandMade(times, now))).toBe(code);
  });

  test('may make a forgotten timer shorter in steps, but not longer', () => {
    const startedAt = at('2026-02-10T12:00:00Z');
    const lastedBefore = 480 * 3_600_000;
    const shorter = { startedAt, stoppedAt: startedAt + lastedBefore - 1, lastedBefore };
    const longer = { startedAt: startedAt - 1, stoppedAt: startedAt + lastedBefore, lastedBefore };
    expect(codeOf(() => ensureHandMade(shorter, now))).toBeUndefined();
    expect(codeOf(() => ensureHandMade(longer, now))).toBe('entry-too-long');
  });
});

test.each([
  ['2026-03-02T12:01:00Z', undefined],
  ['2026-03-02T12:01:00.001Z', 'entry-in-future'],
  ['2026-01-30T12:00:00Z', undefined],
  ['2026-01-30T11:59:59Z', 'entry-too-long'],
])('a timer started at %s: %s', (startedAt, code) => {
  expect(codeOf(() => ensureStart(at(startedAt), now))).toBe(code);
});
