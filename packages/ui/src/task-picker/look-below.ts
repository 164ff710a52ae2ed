import type { Client } from '@timegrove/contract/client.ts';
import { listTasks, type Task } from '@timegrove/contract/tasks.ts';
import { offeredBelow, type Branch, type PickedTask } from './picked-task.ts';

const limit = 200;

/** Asks the server for what lies directly below a task, or for the projects. @param refusalOf says why no time can be put on a task */
export async function lookBelow(
  ask: Client,
  branch: PickedTask | null,
  refusalOf: (task: Task) => string | undefined,
): Promise<Branch> {
  const query = { limit, ...(branch && { parentId: branch.id }) };
  const { tasks, next } = await ask(listTasks, { query });
  const offer = (task: Task) => offeredBelow(branch, task, refusalOf(task));
  return { tasks: tasks.map(offer), more: next !== null };
}
