import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { deleteEntries } from '@timegrove/contract/outbox/deeds/delete-entries.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { showDone, showRefusal } from '../../../shell/refusal.ts';
import { serverNow } from '../../../shell/server-clock.ts';
import { showUndo } from '../../../shell/undo.tsx';
import { useAttempt } from '../deeds/use-attempt.ts';
import { additionOf, type Draft } from '../draft.ts';
import { useWhose } from '../people/whose.ts';
import { rangeQuery } from '../queries.ts';
import { copiesOf } from './last-week.ts';
import type { RowTask } from './week-grid.ts';

interface LastWeek {
  /** Gives the tasks of the week before. */
  readonly tasks: () => Promise<readonly RowTask[]>;
  /** Adds the time of the week before once more, where there is none yet. */
  readonly copy: (thisWeek: readonly Entry[], mayAddTo: (day: string) => boolean) => Promise<void>;
}

/** What can be taken over from the week before; asked for when it is wanted. */
export function useLastWeek(firstDay: string): LastWeek {
  const { t } = useLingui();
  const client = useQueryClient();
  const { other } = useWhose();
  const add = useAdding();
  const read = async (): Promise<readonly Entry[]> => {
    const query = rangeQuery(addDays(firstDay, -7), addDays(firstDay, -1), other?.memberId);
    return client.fetchQuery({ ...query, staleTime: 0 });
  };
  return {
    tasks: async () => {
      const entries = await read();
      return entries.map(({ task }) => task).filter((task) => task?.archived !== true);
    },
    copy: async (thisWeek, mayAddTo) => {
      const lastWeek = await read();
      const copies = copiesOf({ lastWeek, thisWeek, now: serverNow(), mayAddTo });
      if (copies.length === 0) showDone(t`Last week has no time that fits into this one.`);
      else await add(copies, t`Last week copied`);
    },
  };
}

/** Gives the verb that adds entries together, and takes them back together. */
function useAdding(): (drafts: readonly Draft[], done: string) => Promise<void> {
  const attempt = useAttempt();
  const { other } = useWhose();
  return async (drafts, done) => {
    const additions = drafts.map((draft) => ({ draft, id: newId<'entry'>() }));
    const tries = await Promise.allSettled(
      additions.map(({ draft, id }) => attempt(additionOf(draft, id, other?.memberId))),
    );
    const ids = additions.map(({ id }) => id).filter((_, at) => tries[at]?.status === 'fulfilled');
    const refused = tries.find((one) => one.status === 'rejected');
    if (refused !== undefined) showRefusal(refused.reason);
    if (ids.length === 0) return;
    showUndo(done, () => void attempt(deleteEntries.call({ body: { ids } })).catch(showRefusal));
  };
}
