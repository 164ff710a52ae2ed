import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { addEntry, changeEntry, deleteEntry } from '@timegrove/contract/entries.ts';
import type { Input } from '@timegrove/contract/endpoint.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { queryClient } from '../../shell/query-client.ts';
import { showRefusal } from '../../shell/refusal.ts';
import { showUndo } from '../../shell/undo.tsx';
import { without } from './entry-lists.ts';
import { foresee } from './queries.ts';
import { useUndelete } from './use-undelete.ts';

const mutationKey = ['entries'];

// Nobody waits for the answers: until a deed is over, news of the same things are kept out.
function askAgain(): void {
  void queryClient.invalidateQueries({ queryKey: ['entries'] });
  void queryClient.invalidateQueries({ queryKey: ['timer'] });
}

/** Deletes an entry at once and offers to bring it back. */
export function useDeleteEntry(): (id: EntryId) => void {
  const { t } = useLingui();
  const undelete = useUndelete();
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: (entryId: EntryId) => api(deleteEntry, { params: { entryId } }),
    onMutate: async (entryId) => {
      await queryClient.cancelQueries({ queryKey: mutationKey });
      foresee((entries) => without(entries, entryId));
    },
    onSuccess: (_nothing, entryId) => showUndo(t`Entry deleted`, () => undelete(entryId)),
    onError: showRefusal,
    onSettled: askAgain,
  });
  return mutate;
}

/** What is sent to add an entry, or to change one. */
export type EntryDeed =
  | { readonly kind: 'add'; readonly body: Input<typeof addEntry>['body'] }
  | {
      readonly kind: 'change';
      readonly entryId: EntryId;
      readonly body: Input<typeof changeEntry>['body'];
    };

/** Adds or changes an entry; a refusal is for the form to show. */
export function useSaveEntry(then: () => void) {
  return useMutation({
    mutationKey,
    mutationFn: (deed: EntryDeed) =>
      deed.kind === 'add'
        ? api(addEntry, { body: deed.body })
        : api(changeEntry, { params: { entryId: deed.entryId }, body: deed.body }),
    onSuccess: then,
    onSettled: askAgain,
  });
}
