import { describe, expect, it } from 'vitest';
import { explain, isPlanLimit, quota } from './refusals.ts';

const now = new Date('2026-01-01T12:00:00Z');
const in1838Seconds = new Date('2026-01-01T12:30:38Z');
const hitLimit =
  'You have hit your hourly limit for API calls. Your quota will reset in 1838 seconds.';

const explained = (
  status: number,
  text: string,
  headers: Record<string, string> = {},
  path = '/workspaces/1/tasks',
) => explain({ status, text, headers, path }, now);

const quotaHeaders = (left: string, seconds: string) => ({
  'x-toggl-quota-remaining': left,
  'x-toggl-quota-resets-in': seconds,
});

describe('a 402', () => {
  it.each([
    ['by its words', hitLimit, {}],
    ['by its words in quotes', JSON.stringify(hitLimit), {}],
    ['by its header, whatever it says', '', quotaHeaders('0', '1838')],
    [
      'although it speaks of plans',
      'The quota will reset in 1838 seconds. Please upgrade to a paid plan.',
      {},
    ],
    ['and the header knows the time better', 'hourly limit', quotaHeaders('0', '1838')],
  ])('is a used up quota %s', (_, text, headers) => {
    expect(explained(402, text, headers)).toEqual({ word: 'rate-limited', until: in1838Seconds });
  });

  it('without any time is a quota for the hour that it counts in', () => {
    const until = new Date('2026-01-01T13:00:00Z');
    expect(explained(402, 'You have hit your hourly limit')).toEqual({
      word: 'rate-limited',
      until,
    });
  });

  it.each([
    ['as told for rates', '"Billable rates are available for Starter and higher plans."'],
    ['without a word', ''],
  ])('is a feature that the plan lacks %s', (_, text) => {
    const failure = explained(402, text, quotaHeaders('29', '3600'));
    expect(failure).toMatchObject({ word: 'gone' });
    expect(failure !== undefined && isPlanLimit(failure)).toBe(true);
  });
});

describe('a 403', () => {
  const text = JSON.stringify('Incorrect username and/or password');

  it.each(['/me', '/me/workspaces'])('for %s speaks of the token, as usual', (path) => {
    expect(explained(403, text, {}, path)).toBeUndefined();
  });

  it('for a workspace leaves the token good', () => {
    const failure = explained(403, '"User does not have access to this resource."');
    expect(failure).toEqual({
      word: 'gone',
      reason: 'User does not have access to this resource.',
    });
    expect(failure !== undefined && isPlanLimit(failure)).toBe(false);
  });

  it('that is a page comes from a proxy, as usual', () => {
    expect(explained(403, '<html>Blocked</html>')).toBeUndefined();
  });
});

it('a 401 says that no token came only where the vendor says so', () => {
  expect(explained(401, '', { 'x-authorization-missing': 'true' })).toMatchObject({
    word: 'unauthorized',
    reason: 'no API token came with the request',
  });
  expect(explained(401, '')).toBeUndefined();
});

it.each([429, 410, 404, 500])('a %i means what it usually means', (status) => {
  expect(explained(status, '"Gone"')).toBeUndefined();
});

it('the quota is read where it is told whole', () => {
  expect(quota(quotaHeaders('12', '1838'), now)).toEqual({ left: 12, until: in1838Seconds });
  expect(quota({ 'x-toggl-quota-remaining': '12' }, now)).toBeUndefined();
  expect(quota(quotaHeaders('many', '1838'), now)).toBeUndefined();
  expect(quota({}, now)).toBeUndefined();
});
