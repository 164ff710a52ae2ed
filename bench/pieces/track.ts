import { newId } from '@timegrove/contract/new-id.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { ask } from './ask.ts';
import type { Person } from './world.ts';

/** How long each of the two took, in milliseconds. */
export interface StartStop {
  readonly start: number;
  readonly stop: number;
}

/** Starts a timer over HTTP and stops it. */
export async function startAndStop(
  server: string,
  { cookie }: Person,
  taskId: TaskId,
): Promise<StartStop> {
  const id = newId<'entry'>();
  const start = await ask('POST', `${server}/api/timers`, cookie, { id, taskId, zone: 'UTC' });
  const stop = await ask('POST', `${server}/api/timers/${id}/stop`, cookie, {});
  return { start: start.ms, stop: stop.ms };
}
