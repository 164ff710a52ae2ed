import { useNowAndThen } from '../../shell/use-now-and-then.ts';
import { useMe } from '../session/queries.ts';
import { keepTasks } from './device-tasks.ts';

const age = 10 * 60_000;

/** Keeps the tasks of the member on this device, to be searched while the server is away. */
export function useTasksAtHand(): void {
  const { memberId } = useMe();
  useNowAndThen(() => keepTasks(memberId, age));
}
