import { expect, test } from 'vitest';
import { DomainError } from '../rule.ts';
import { ensureAllowed, type AccountRules, type TimeDeed } from './account-rules.ts';

const free: AccountRules = { entriesByHand: true, overlapsAllowed: true, lockAfterDays: null };
const today = '2026-03-10';

function codeOf(rules: Partial<AccountRules>, deed: Omit<TimeDeed, 'today'>): string | undefined {
  try {
    ensureAllowed({ ...free, ...rules }, { ...deed, today });
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test.each([
  { lockAfterDays: null, days: ['1970-01-01'], code: undefined },
  { lockAfterDays: 0, days: ['2026-03-10'], code: undefined },
  { lockAfterDays: 0, days: ['2026-03-09'], code: 'entry-locked' },
  { lockAfterDays: 9, days: ['2026-03-01'], code: undefined },
  { lockAfterDays: 9, days: ['2026-02-28'], code: 'entry-locked' },
  { lockAfterDays: 9, days: ['2026-03-01', '2026-02-28'], code: 'entry-locked' },
  { lockAfterDays: 0, days: [], code: undefined },
])('locked after $lockAfterDays days, $days: $code', ({ lockAfterDays, days, code }) => {
  expect(codeOf({ lockAfterDays }, { days })).toBe(code);
});

test('time by hand is refused where only timers track, what was tracked can be corrected', () => {
  expect(codeOf({ entriesByHand: false }, { days: [today], addsByHand: true })).toBe(
    'entry-by-hand-off',
  );
  expect(codeOf({ entriesByHand: false }, { days: [today] })).toBeUndefined();
  expect(codeOf({}, { days: [today], addsByHand: true })).toBeUndefined();
});
