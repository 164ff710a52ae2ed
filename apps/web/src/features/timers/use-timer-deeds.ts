import { useLingui } from '@lingui/react/macro';
import { changeEntry, deleteEntry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import type { EntryId } from '@timegrove/domain/id.ts';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { api } from '../../shell/api.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { showUndo } from '../../shell/undo.tsx';
import { useUndelete } from '../entries/use-undelete.ts';
import { browserZone } from '../session/browser-zone.ts';
import { useMe } from '../session/queries.ts';
import { expectedTimer, type Start } from './expected-timer.ts';
import { useTimerDeed } from './use-timer-deed.ts';

/** Starts a timer on a task, or on none; a running one stops at that moment. */
export function useStartTimer(): (task: PickedTask | null, note: string) => void {
  const { memberId } = useMe();
  const { mutate } = useTimerDeed({
    send: ({ id, task, note }: Start) =>
      api(startTimer, { body: { id, taskId: task?.id ?? null, note, zone: browserZone() } }),
    expect: (start) => expectedTimer(start, { memberId, zone: browserZone(), now: serverNow() }),
  });
  return (task, note) => mutate({ id: newId<'entry'>(), task, note });
}

/** Stops a running timer. */
export function useStopTimer(): (id: EntryId) => void {
  const { mutate } = useTimerDeed({
    send: (entryId: EntryId) => api(stopTimer, { params: { entryId }, body: {} }),
    expect: () => null,
  });
  return mutate;
}

/** Throws a running timer away; it can be brought back for a moment. */
export function useDiscardTimer(): (id: EntryId) => void {
  const { t } = useLingui();
  const undelete = useUndelete();
  const { mutate } = useTimerDeed({
    send: (entryId: EntryId) => api(deleteEntry, { params: { entryId } }),
    expect: () => null,
    done: (entryId) => showUndo(t`Timer discarded`, () => undelete(entryId)),
  });
  return mutate;
}

interface TimerChange {
  readonly id: EntryId;
  readonly task?: PickedTask;
  readonly note?: string;
}

/** Changes the task or the note of a running timer without stopping it. */
export function useChangeTimer(): (change: TimerChange) => void {
  const { mutate } = useTimerDeed({
    send: ({ id, task, note }: TimerChange) =>
      api(changeEntry, {
        params: { entryId: id },
        body: { ...(task && { taskId: task.id }), ...(note !== undefined && { note }) },
      }),
    expect: ({ task, note }, running) =>
      running && {
        ...running,
        ...(task && { task: { ...task, path: [...task.path] } }),
        ...(note !== undefined && { note }),
      },
  });
  return mutate;
}
