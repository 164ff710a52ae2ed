import { useMutation } from '@tanstack/react-query';
import { useAttempt } from './deeds/use-attempt.ts';

/**
 * Adds or changes an entry. What is refused at once is for the form to show and correct; what cannot
 * be sent now waits in the outbox, and the form is done.
 */
export function useSaveEntry(then: () => void) {
  return useMutation({ mutationFn: useAttempt(), onSuccess: then });
}
