import { useMutation } from '@tanstack/react-query';
import { undeleteEntry } from '@timegrove/contract/entries.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { queryClient } from '../../shell/query-client.ts';
import { showRefusal } from '../../shell/refusal.ts';
import { without } from './entry-lists.ts';
import { dayQuery } from './queries.ts';

/** Brings a deleted entry or a discarded timer back. */
export function useUndelete(): (id: EntryId) => void {
  const { mutate } = useMutation({
    mutationFn: (entryId: EntryId) => api(undeleteEntry, { params: { entryId } }),
    onSuccess: (entry) => {
      queryClient.setQueryData(dayQuery(entry.day).queryKey, (entries) =>
        entries === undefined ? undefined : [...without(entries, entry.id), entry],
      );
    },
    onError: showRefusal,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['entries'] }),
  });
  return mutate;
}
