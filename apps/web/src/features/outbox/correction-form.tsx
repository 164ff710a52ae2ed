import { useLingui } from '@lingui/react/macro';
import type { Item } from '@timegrove/contract/outbox/item.ts';
import { draftOf, type Draft } from '../entries/draft.ts';
import { EntryForm } from '../entries/entry-form.tsx';
import { correctedCall, entryOf } from './correction.ts';
import { refusedBy, useOutbox } from './use-outbox.ts';

interface CorrectionFormProps {
  readonly item: Item;
  readonly onDone: () => void;
}

/** Where a refused item is written down anew. */
export function CorrectionForm({ item, onDone }: CorrectionFormProps) {
  const { t } = useLingui();
  const outbox = useOutbox();
  const entry = entryOf(item);
  if (entry === undefined) return null;
  const correct = async (draft: Draft): Promise<void> => {
    const call = correctedCall(item, entry, draft);
    if (call === null) await outbox.drop(item);
    else await outbox.retry(item, call);
    onDone();
  };
  return (
    <EntryForm
      initial={draftOf(entry)}
      action={t`Save`}
      busy={false}
      error={item.refusal && refusedBy(item.refusal)}
      onSave={(draft) => void correct(draft)}
    />
  );
}
