import { QueryObserver } from '@tanstack/react-query';
import { Refused } from '@timegrove/contract/client.ts';
import { ruleSentence } from '@timegrove/domain/rule.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from './query-client.ts';

const member = { name: 'Mia' };
const code = 'session-needed';
const lost = new Refused(401, { code, message: ruleSentence(code), requestId: 'r-1' });

beforeEach(() => {
  vi.useFakeTimers();
  queryClient.setQueryData(['me'], member);
});
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
});

/** Shows something that the server refuses so often, for want of a session. */
async function show(refusals: number): Promise<unknown> {
  let tries = 0;
  const queryFn = async (): Promise<string> => {
    tries += 1;
    if (tries <= refusals) throw lost;
    return 'sessions';
  };
  const shown = new QueryObserver(queryClient, { queryKey: ['sessions'], queryFn });
  shown.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(5000);
  return shown.getCurrentResult().data;
}

test('while one session takes the place of another, nobody has left', async () => {
  expect(await show(1)).toBe('sessions');
  expect(queryClient.getQueryData(['me'])).toBe(member);
});

test('who has no session any more has left', async () => {
  await show(2);
  expect(queryClient.getQueryData(['me'])).toBeNull();
});
