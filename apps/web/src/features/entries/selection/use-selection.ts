import { useWindowEvent } from '@mantine/hooks';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { nothing, ranged, toggled } from './selection.ts';

/** Which of the shown entries are selected, and the verbs that change it. */
export interface EntrySelection {
  /** In the order in which they are shown. */
  readonly entries: readonly Entry[];
  readonly has: (id: EntryId) => boolean;
  /** @param far everything from the one touched last to this one */
  readonly toggle: (id: EntryId, far: boolean) => void;
  readonly clear: () => void;
}

/** Keeps which of the entries are selected, until Escape; one that goes away is so no longer. */
export function useSelection(entries: readonly Entry[]): EntrySelection {
  const [selection, setSelection] = useState(nothing);
  const clear = (): void => setSelection(nothing);
  const selected = entries.filter(({ id }) => selection.ids.has(id));
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere(event)) clear();
  });
  const order = entries.map(({ id }) => id);
  return {
    entries: selected,
    has: (id) => selection.ids.has(id),
    toggle: (id, far) => setSelection(far ? ranged(selection, id, order) : toggled(selection, id)),
    clear,
  };
}

/** Escape belongs to what is open above the timesheet. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
  );
}
