import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { changeEntries } from '@timegrove/contract/outbox/deeds/change-entries.ts';
import { changeEntry } from '@timegrove/contract/outbox/deeds/change-entry.ts';
import { deleteEntry } from '@timegrove/contract/outbox/deeds/delete-entry.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { labelOf, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { queryClient } from '../../shell/query-client.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { showUndo } from '../../shell/undo.tsx';
import { useUndelete } from '../entries/use-undelete.ts';
import { useDo, useOutbox } from '../outbox/use-outbox.ts';
import { browserZone } from '../session/browser-zone.ts';
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
  return (task, note, tagIds = [], since) => {
    const known = queryClient.getQueryData(timerQuery.queryKey)?.running ?? null;
    const now = momentAfter(runningOf(known, outbox.contents().pending));
    const startedAt = since === undefined ? now : instant(since);
    const taskId = task?.id ?? null;
    const said = { taskId, note, tagIds: [...tagIds] };
    const body = { id: newId<'entry'>(), ...said, zone: browserZone(), startedAt };
    act(startTimer.call({ body }, { task: labelOf(task) }));
  };
}

/** Stops a running timer, now or at an instant. */
export function useStopTimer(): (running: Entry, at?: number) => void {
  const act = useDo();
  return (running, at) => act(stopping(running, at));
}

/** Lets a running timer begin at another instant, and what was going on then end there. */
export function useMoveStart(): (running: Entry, start: number, ends: readonly Entry[]) => void {
  const { t } = useLingui();
  const act = useDo();
  return (running, start, ends) => {
    const at = instant(start);
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
    act(stopping(running));
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

function stopping(running: Entry, at?: number) {
  const body = { stoppedAt: at === undefined ? momentAfter(running) : instant(at) };
  return stopTimer.call({ params: { entryId: running.id }, body }, { entry: running });
}

/** Now, in server time; never before the start of what runs, however the clocks were set meanwhile. */
function momentAfter(running: Entry | null): string {
  const start = running === null ? 0 : Date.parse(running.startedAt);
  return instant(Math.max(serverNow(), start));
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
