import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import type { Outcome } from '@timegrove/contract/outbox/outbox.ts';
import { showUndo } from '../../shell/undo.tsx';
import { refusedBy, useDo, useOutbox } from '../outbox/use-outbox.ts';
import { useUndelete } from './use-undelete.ts';

/** Deletes an entry at once and offers to bring it back. */
export function useDeleteEntry(): (entry: Entry) => void {
  const { t } = useLingui();
  const act = useDo();
  const undelete = useUndelete();
  return (entry) => {
    act(deleteEntry.call({ params: { entryId: entry.id } }, { entry }));
    showUndo(t`Entry deleted`, () => undelete(entry));
  };
}

const patience = 4000;

/**
 * Adds or changes an entry. What is refused at once is for the form to show and correct; what cannot
 * be sent now waits in the outbox, and the form is done.
 */
export function useSaveEntry(then: () => void) {
  const outbox = useOutbox();
  return useMutation({
    mutationFn: async (call: Call) => {
      const outcome = await Promise.race([outbox.attempt(call), afterAWhile()]);
      if (outcome.kind !== 'refused') return;
      await outbox.drop(outcome.item);
      throw refusedBy(outcome.refusal);
    },
    onSuccess: then,
  });
}

async function afterAWhile(): Promise<Outcome> {
  return new Promise((tell) => {
    setTimeout(() => tell({ kind: 'kept' }), patience);
  });
}
