import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import type { Desk } from './desk.ts';
import { starting, stopping } from '@timegrove/ui/timer-deeds/timer-deeds.ts';

/** Stops what runs; else starts on the task that was tracked on last. */
export async function startOrStop(desk: Desk): Promise<void> {
  const running = runningOf(desk);
  if (running !== null) return desk.act(stopping(running, desk.now()));
  return desk.act(starting(lastTask(desk), '', { running: null, now: desk.now() }));
}

/** What runs, also where the server does not know it yet. */
export function runningOf(desk: Desk) {
  const timer = desk.timer();
  return timer === null || timer.waiting === 'stop' ? null : timer.entry;
}

function lastTask(desk: Desk): PickedTask | null {
  return desk.known().recent.find(({ refusal }) => refusal === undefined) ?? null;
}
