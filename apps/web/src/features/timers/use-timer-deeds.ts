import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { changeEntries } from '@timegrove/contract/outbox/deeds/change-entries.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import {
  changing,
  momentAfter,
  starting,
  stopping,
  type TimerChange,
} from '@timegrove/ui/timer-deeds/timer-deeds.ts';
import { queryClient } from '../../shell/query-client.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { showUndo } from '../../shell/undo.tsx';
import { useUndelete } from '../entries/use-undelete.ts';
import { useDo, useOutbox } from '../outbox/use-outbox.ts';
import { timerQuery } from './queries.ts';
import { runningOf } from './use-timer.ts';

type StartTimer = (
  task: PickedTask | null,
  note: string,
  tagIds?: readonly TagId[],
  since?: number,
) => void;

/** Starts a timer on a task, or on none, now or since an instant; a running one stops at that moment. */
export function useStartTimer(): StartTimer {
  const act = useDo();
  const outbox = useOutbox();
  return (task, note, tagIds, since) => {
    const known = queryClient.getQueryData(timerQuery.queryKey)?.running ?? null;
    const running = runningOf(known, outbox.contents().pending);
    act(starting(task, note, { running, now: serverNow(), since }, tagIds));
  };
}

/** Stops a running timer, now or at an instant. */
export function useStopTimer(): (running: Entry, at?: number) => void {
  const act = useDo();
  return (running, at) => act(stopping(running, serverNow(), at));
}

/** Lets a running timer begin at another instant, and what was going on then end there. */
export function useMoveStart(): (running: Entry, start: number, ends: readonly Entry[]) => void {
  const { t } = useLingui();
  const act = useDo();
  return (running, start, ends) => {
    const at = new Date(start).toISOString();
    const moved = { ...running, startedAt: at, day: dayOf(start, running.zone) };
    act(withTimes([moved, ...ends.map((entry) => ({ ...entry, stoppedAt: at }))]));
    showUndo(t`Start changed`, () => act(withTimes([running, ...ends])));
  };
}

/** Gives several entries their times, all or none. */
function withTimes(entries: readonly Entry[]) {
  const changes = entries.map(({ id, startedAt, stoppedAt }) =>
    stoppedAt === null ? { entryId: id, startedAt } : { entryId: id, stoppedAt },
  );
  return changeEntries.call({ body: { changes } }, { entries: [...entries] });
}

/** Throws a running timer away; it can be brought back for a moment. */
export function useDiscardTimer(): (running: Entry) => void {
  const { t } = useLingui();
  const act = useDo();
  const undelete = useUndelete();
  return (running) => {
    // Stopped first, so that it comes back with the end it had here.
    act(stopping(running, serverNow()));
    act(deleteEntry.call({ params: { entryId: running.id } }, { entry: running }));
    const entry = { ...running, stoppedAt: momentAfter(running, serverNow()) };
    showUndo(t`Timer discarded`, () => undelete(entry));
  };
}

/** Changes the task or the note of a running timer without stopping it. */
export function useChangeTimer(): (running: Entry, change: TimerChange) => void {
  const act = useDo();
  return (running, change) => act(changing(running, change));
}
