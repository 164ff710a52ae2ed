import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@timegrove/contract/news.ts';
import { showRefusal } from './refusal.ts';

/** Does something on the server: shows a refusal as a notification, then asks again for the topics. */
export function useDeed<Given, Answer>(
  deed: (given: Given) => Promise<Answer>,
  topics: readonly Topic[],
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onError: showRefusal,
    onSettled: () =>
      Promise.all(topics.map((topic) => client.invalidateQueries({ queryKey: [topic] }))),
  });
}
