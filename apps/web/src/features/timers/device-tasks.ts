import { id } from '@timegrove/contract/fields.ts';
import {
  listRecentTasks,
  listTrackableTasks,
  trackableTask,
  type TrackableTask,
} from '@timegrove/contract/tasks.ts';
import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import { findTasks } from '@timegrove/domain/tree/find-tasks.ts';
import { pickedTask, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { z } from 'zod';
import { api } from '../../shell/api.ts';
import { keep, readKept } from '@timegrove/contract/device/database.ts';

const name = 'tasks';
// Larger pages would keep the server from others for longer.
const pageSize = 500;
/** How many tasks a device keeps: enough to search, few enough for a phone. */
const most = 20_000;
const recentShown = 12;

const kept = z.object({
  memberId: id('member'),
  at: z.number(),
  /** How many at the head of the list were tracked on lately. */
  recent: z.number(),
  tasks: z.array(trackableTask),
});
type Kept = z.output<typeof kept>;

let inMemory: Kept | undefined;

/** Reads what a member may track on and keeps it on this device, unless that was done lately. */
export async function keepTasks(memberId: MemberId, age: number): Promise<void> {
  const last = await readTasks();
  if (last?.memberId === memberId && Date.now() - last.at < age) return;
  const { tasks: recent } = await api(listRecentTasks, { query: { limit: 50 } });
  const found = new Map<TaskId, TrackableTask>();
  for (const task of recent) {
    found.set(task.id, {
      ...pickedTask(task),
      path: task.path.map((step) => step.name),
      keywords: task.keywords,
    });
  }
  let after: TaskId | null = null;
  do {
    const page = await readPage(after);
    for (const task of page.tasks) found.set(task.id, task);
    after = page.next;
  } while (after !== null && found.size < most);
  inMemory = { memberId, at: Date.now(), recent: recent.length, tasks: [...found.values()] };
  await keep(name, inMemory);
}

/** Forgets the tasks, because somebody else may use this device next. */
export async function forgetTasks(): Promise<void> {
  inMemory = undefined;
  await keep(name, undefined);
}

/** The tasks that were tracked on last, as this device knows them; undefined when it keeps none. */
export async function recentOnDevice(): Promise<readonly PickedTask[] | undefined> {
  const last = await readTasks();
  return last?.tasks.slice(0, Math.min(last.recent, recentShown)).map(picked);
}

/** Searches the kept tasks as the server searches the tree; undefined when this device keeps none. */
export async function searchOnDevice(
  typed: string,
  limit: number,
): Promise<readonly PickedTask[] | undefined> {
  const last = await readTasks();
  return last && findTasks(last.tasks, typed, { recent: last.recent, limit }).map(picked);
}

/** A task that may be tracked on, as this device knows it. */
export async function taskOnDevice(taskId: TaskId): Promise<PickedTask | undefined> {
  const task = (await readTasks())?.tasks.find((one) => one.id === taskId);
  return task && picked(task);
}

async function readTasks(): Promise<Kept | undefined> {
  inMemory ??= kept.safeParse(await readKept(name)).data;
  return inMemory;
}

async function readPage(after: TaskId | null) {
  return api(listTrackableTasks, { query: { limit: pageSize, ...(after && { after }) } });
}

function picked({ id, name, path, color, provider }: TrackableTask): PickedTask {
  return { id, name, path, color, provider, archived: false };
}
