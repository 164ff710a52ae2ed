import './without-eval.ts';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from '@timegrove/contract/client.ts';

const retries = 2;

/** Keeps answers of the server. News says when they are old, so age alone asks again seldom. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({ onError: noticeLostSession }),
  defaultOptions: {
    queries: {
      // A browser's word about its network is not to be trusted; the server is simply asked.
      networkMode: 'always',
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      // What the server refused it will refuse again; only a lost connection is worth another try, and
      // a session that has ended: with a new password another one begins, whose cookie is on its way.
      retry: (count, error) =>
        (error instanceof Unreachable && count < retries) || (isLostSession(error) && count < 1),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

function noticeLostSession(error: unknown): void {
  if (isLostSession(error)) queryClient.setQueryData(['me'], null);
}

/** Whether the server knows nobody who is signed in. */
export function isLostSession(error: unknown): boolean {
  return error instanceof Refused && error.refusal.code === 'session-needed';
}

/** Forgets every answer except who is signed in, because somebody else may see other things. */
export function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
}
