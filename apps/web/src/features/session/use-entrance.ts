import { useMutation } from '@tanstack/react-query';
import type { Me } from '@timegrove/contract/session.ts';
import { forgetAnswers, queryClient } from '../../shell/query-client.ts';
import { timed } from '../../shell/server-clock.ts';
import { meQuery } from './queries.ts';

/** A way in: asks the server and, once it says who came in, shows them the app. */
export function useEntrance<Given>(ask: (given: Given) => Promise<Me>, then?: () => void) {
  return useMutation({
    mutationFn: (given: Given) => timed(async () => ask(given)),
    onSuccess: (me) => {
      forgetAnswers();
      queryClient.setQueryData(meQuery.queryKey, me);
      then?.();
    },
  });
}
