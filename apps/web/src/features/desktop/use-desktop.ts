import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { OfferedTask, PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { TrayState } from '../../shell/desktop-host.ts';
import { hearWhileHidden } from '../../shell/news.ts';
import { serverNow } from '../../shell/server-clock.ts';
import { trackableTasks } from '../timers/trackable-tasks.ts';
import { hearDesktop } from './told.ts';

interface Deeds {
  readonly pick: (task: PickedTask) => void;
  readonly stop: () => void;
  readonly search: () => void;
}

/** Lets the tray of the desktop app show what runs, and does what is chosen there. */
export function useDesktop(running: Entry | null, deeds: Deeds): void {
  const recent = useRecent(running?.id);
  useTray(running, recent);
  useEffect(() => {
    // The tray goes on while the widget is hidden.
    if (window.timegroveDesktop !== undefined) hearWhileHidden(true);
  }, []);
  const start = useEffectEvent((id: string): void => {
    const task = recent.find((one) => one.id === id);
    if (task !== undefined) deeds.pick(task);
  });
  const stop = useEffectEvent(deeds.stop);
  const search = useEffectEvent(deeds.search);
  useEffect(
    () =>
      hearDesktop((told) => {
        if (told.kind !== 'command') return;
        if (told.do === 'start') start(told.task);
        if (told.do === 'stop') stop();
        if (told.do === 'pick') search();
      }),
    [],
  );
}

function useTray(running: Entry | null, recent: readonly OfferedTask[]): void {
  const { t } = useLingui();
  const shown = useRef('');
  const [name, startedAt] = [running?.task?.name ?? t`No task`, running?.startedAt];
  const state: Omit<TrayState, 'running'> = {
    recent: recent.map((task) => ({ id: task.id, name: [...task.path, task.name].join(' › ') })),
    words: {
      nothing: t`No timer runs`,
      start: t`Start a task…`,
      stop: t`Stop`,
      recent: t`Recent tasks`,
      synchronize: t`Force synchronization`,
      timesheet: t`Show timesheet`,
      toggle: t`Show or hide the widget`,
      settings: t`Settings`,
      quit: t`Quit`,
    },
  };
  // After each rendering, but an open menu must not be built anew without a reason.
  useEffect(() => {
    const text = JSON.stringify([name, startedAt, state]);
    if (shown.current === text) return;
    shown.current = text;
    const runs = startedAt === undefined ? null : { name, since: byThisClock(startedAt) };
    const told = { ...state, running: runs };
    window.timegroveDesktop?.say({ say: 'show', state: told }).catch(() => undefined);
  });
}

function byThisClock(instant: string): number {
  return Math.round(Date.parse(instant) - (serverNow() - Date.now()));
}

const listed = 8;
const none: readonly OfferedTask[] = [];

/** Asked again when another timer runs, because its task is the most recent one then. */
function useRecent(running: Entry['id'] | undefined): readonly OfferedTask[] {
  const { data = none } = useQuery({
    queryKey: ['tray', running],
    queryFn: async () => {
      const tasks = await trackableTasks.recent();
      return tasks.filter((task) => task.refusal === undefined).slice(0, listed);
    },
    enabled: window.timegroveDesktop !== undefined,
    placeholderData: keepPreviousData,
  });
  return data;
}
