import { useEffect } from 'react';
import { useConnection } from '../../shell/news.ts';
import { useMe } from '../session/queries.ts';
import { keepTasks } from './device-tasks.ts';

const beginning = 5000;
const often = 15 * 60_000;

/** Keeps the tasks of the member on this device, read anew now and then when nobody waits for it. */
export function useTasksAtHand(): void {
  const { memberId } = useMe();
  const live = useConnection() === 'live';
  useEffect(() => {
    if (!live) return undefined;
    const read = (): void => {
      // Whatever fails here is tried again; it was not asked for.
      if (!document.hidden) void keepTasks(memberId, often).catch(() => undefined);
    };
    const first = window.setTimeout(read, beginning);
    const again = window.setInterval(read, often);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(again);
    };
  }, [memberId, live]);
}
