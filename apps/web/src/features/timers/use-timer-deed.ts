import { useMutation } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { queryClient } from '../../shell/query-client.ts';
import { showRefusal } from '../../shell/refusal.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { foresee } from '../entries/queries.ts';
import { stoppedAt } from '../entries/entry-lists.ts';
import { timerQuery } from './queries.ts';

interface TimerDeed<Given> {
  readonly send: (given: Given) => Promise<unknown>;
  /** What runs afterwards, as far as this window can tell. */
  readonly expect: (given: Given, running: Entry | null) => Entry | null;
  readonly done?: (given: Given) => void;
}

const key = timerQuery.queryKey;

/** A deed on the timer: seen at once, sent after the deed before it, taken back when refused. */
export function useTimerDeed<Given>(deed: TimerDeed<Given>) {
  return useMutation({
    mutationKey: key,
    // One after the other: a stop must not overtake the start that it belongs to.
    scope: { id: 'timer' },
    mutationFn: deed.send,
    onMutate: async (given: Given) => {
      await queryClient.cancelQueries({ queryKey: key });
      const before = queryClient.getQueryData(key);
      if (before !== undefined) show(deed.expect(given, before.running), before);
      return before;
    },
    onError: (error, _given, before) => {
      if (before !== undefined) queryClient.setQueryData(key, before);
      showRefusal(error);
    },
    onSuccess: (_answer, given) => deed.done?.(given),
    onSettled: askAgainAfterTheLast,
  });
}

function show(running: Entry | null, before: { running: Entry | null; serverTime: string }): void {
  queryClient.setQueryData(key, { ...before, running });
  if (before.running !== null && running?.id !== before.running.id) {
    const now = new Date(serverNow()).toISOString();
    foresee((entries) => stoppedAt(entries, now));
  }
}

function askAgainAfterTheLast(): void {
  if (queryClient.isMutating({ mutationKey: key }) > 1) return;
  // Nobody waits for the answers: a deed that is not over yet keeps news out, and what happens in
  // another window while they are under way would never be seen here.
  void queryClient.invalidateQueries({ queryKey: key });
  void queryClient.invalidateQueries({ queryKey: ['entries'] });
}
