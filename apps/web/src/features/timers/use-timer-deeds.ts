import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { queryClient } from '../../shell/query-client.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { showUndo } from '../../shell/undo.tsx';
import { labelOf } from '../entries/draft.ts';
import { useUndelete } from '../entries/use-undelete.ts';
import { useDo, useOutbox } from '../outbox/use-outbox.ts';
import { browserZone } from '../session/browser-zone.ts';
import { timerQuery } from './queries.ts';
import { runningOf } from './use-timer.ts';

type StartTimer = (task: PickedTask | null, note: string, tagIds?: readonly TagId[]) => void;

/** Starts a timer on a task, or on none; a running one stops at that moment. */
export function useStartTimer(): StartTimer {
  const act = useDo();
  const outbox = useOutbox();
  return (task, note, tagIds = []) => {
    const known = queryClient.getQueryData(timerQuery.queryKey)?.running ?? null;
    const startedAt = momentAfter(runningOf(known, outbox.contents().pending));
    const taskId = task?.id ?? null;
    const said = { taskId, note, tagIds: [...tagIds] };
    const body = { id: newId<'entry'>(), ...said, zone: browserZone(), startedAt };
    act(startTimer.call({ body }, { task: labelOf(task) }));
  };
}

/** Stops a running timer. */
export function useStopTimer(): (running: Entry) => void {
  const act = useDo();
  return (running) => act(stopNow(running));
}

/** Throws a running timer away; it can be brought back for a moment. */
export function useDiscardTimer(): (running: Entry) => void {
  const { t } = useLingui();
  const act = useDo();
  const undelete = useUndelete();
  return (running) => {
    // Stopped first, so that it comes back with the end it had here.
    act(stopNow(running));
    act(deleteEntry.call({ params: { entryId: running.id } }, { entry: running }));
    const entry = { ...running, stoppedAt: momentAfter(running) };
    showUndo(t`Timer discarded`, () => undelete(entry));
  };
}

interface TimerChange {
  readonly task?: PickedTask;
  readonly note?: string;
}

/** Changes the task or the note of a running timer without stopping it. */
export function useChangeTimer(): (running: Entry, change: TimerChange) => void {
  const act = useDo();
  return (entry, { task, note }) => {
    const body = { ...(task && { taskId: task.id }), ...(note !== undefined && { note }) };
    const scene = { entry, ...(task && { task: labelOf(task) }) };
    act(changeEntry.call({ params: { entryId: entry.id }, body }, scene));
  };
}

function stopNow(running: Entry) {
  const body = { stoppedAt: momentAfter(running) };
  return stopTimer.call({ params: { entryId: running.id }, body }, { entry: running });
}

/** Now, in server time; never before the start of what runs, however the clocks were set meanwhile. */
function momentAfter(running: Entry | null): string {
  const start = running === null ? 0 : Date.parse(running.startedAt);
  return new Date(Math.max(serverNow(), start)).toISOString();
}
