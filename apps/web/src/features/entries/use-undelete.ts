import type { Entry } from '@timegrove/contract/entries.ts';
import { undeleteEntry } from '@timegrove/contract/outbox/deeds/undelete-entry.ts';
import { useDo } from '../outbox/use-outbox.ts';

/** Brings a deleted entry or a discarded timer back as it was. */
export function useUndelete(): (entry: Entry) => void {
  const act = useDo();
  return (entry) => act(undeleteEntry.call({ params: { entryId: entry.id } }, { entry }));
}
