import { useLingui } from '@lingui/react/macro';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { showRefusal } from '../../../shell/refusal.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { spanOf } from '../day-lines.ts';
import { deleting } from '../deeds/reversible.ts';
import { retiming } from '../deeds/retiming.ts';
import { useAttempt } from '../deeds/use-attempt.ts';
import { useReversible } from '../deeds/use-reversible.ts';
import { additionOf, draftFor } from '../draft.ts';
import { useWhose } from '../people/whose.ts';
import type { CellMeaning } from './cell-meaning.ts';
import type { RowTask } from './week-grid.ts';

/** Does what was typed into a cell. What is deleted can be brought back; a length is typed anew. */
type CellDeed = (meaning: CellMeaning, task: RowTask) => void;

/** Gives the verb that does what was typed into a cell of the shown week. */
export function useCellDeeds(): CellDeed {
  const { t } = useLingui();
  const { other } = useWhose();
  const attempt = useAttempt();
  const act = useReversible();
  const send = (call: Call | undefined): void => {
    if (call !== undefined) void attempt(call).catch(showRefusal);
  };
  return (meaning, task) => {
    if (meaning.kind === 'add') {
      const draft = { ...draftFor(meaning.span, browserZone()), task };
      send(additionOf(draft, newId<'entry'>(), other?.memberId));
    }
    if (meaning.kind === 'change') {
      const { start } = spanOf(meaning.entry, 0);
      send(retiming(meaning.entry, { start, end: meaning.end })?.call);
    }
    if (meaning.kind === 'delete') act(deleting([meaning.entry]), t`Entry deleted`);
  };
}
