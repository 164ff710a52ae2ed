import { useMutation } from '@tanstack/react-query';
import { signOut } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { forgetAnswers, queryClient } from '../../shell/query-client.ts';
import { showRefusal } from '../../shell/refusal.ts';
import { endOutbox } from '../outbox/member-outbox.ts';
import { forgetTasks } from '../timers/device-tasks.ts';
import { meQuery } from './queries.ts';

/** Gives the verb that ends this session and shows the way in again. */
export function useSignOut(): () => void {
  const { mutate } = useMutation({
    mutationFn: () => api(signOut),
    onSuccess: () => {
      endOutbox();
      void forgetTasks();
      queryClient.setQueryData(meQuery.queryKey, null);
      forgetAnswers();
    },
    onError: showRefusal,
  });
  return mutate;
}
