import { Refused } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addTask, archiveTask, moveTask, restoreTask } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aServer } from '../../testing/server.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';

const server = await aServer();

const index = fc.nat(40);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add'), parent: fc.option(index) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move'), task: index, parent: fc.option(index) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('archive'), task: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore'), task: index }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('whatever is done to a tree, three things at once', () => {
  it('every lineage is the path of parents and nothing active is below an archived task', async () => {
    let moved = 0;
    let archived = 0;
    const holds = fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 20 }),
      async (turns) => {
        const account = await anAccount(server);
        const tasks: TaskId[] = [];
        for (let turn = 0; turn < 6; turn++)
          await take(account, tasks, { do: 'add', parent: turn });
        for (const turn of turns) {
          const done = await Promise.all(turn.map((one) => take(account, tasks, one)));
          moved += done.filter((one) => one === 'move').length;
          archived += done.filter((one) => one === 'archive').length;
        }
        expect(await brokenLineages(account)).toEqual([]);
        expect(await activeBelowArchived(account)).toEqual([]);
        expect(await orphanedReasons(account)).toEqual([]);
      },
    );
    await fc.assert(holds, { numRuns: 12 });
    // Had every step been refused, nothing would have been shown.
    expect(moved).toBeGreaterThan(5);
    expect(archived).toBeGreaterThan(5);
  }, 60_000);
});

async function take(account: TestAccount, tasks: TaskId[], one: Step): Promise<string> {
  const { ask } = account.administrator;
  const pick = (at: number | null | undefined): TaskId | null =>
    at === null || at === undefined ? null : (tasks[at % tasks.length] ?? null);
  const taskId = 'task' in one ? pick(one.task) : null;
  const parentId = 'parent' in one ? pick(one.parent) : null;
  try {
    if (taskId === null) {
      const id = newId<'task'>();
      tasks.push(id);
      await ask(addTask, { body: { id, parentId, name: 'x' } });
    } else if (one.do === 'move') {
      await ask(moveTask, { params: { taskId }, body: { parentId } });
    } else {
      await ask(one.do === 'archive' ? archiveTask : restoreTask, { params: { taskId } });
    }
    return one.do;
  } catch (error) {
    const rules = ['not-found', 'task-into-itself', 'task-not-archived', 'task-parent-archived'];
    if (error instanceof Refused && rules.includes(error.refusal.code)) return 'refused';
    throw error;
  }
}

async function brokenLineages(account: TestAccount): Promise<unknown[]> {
  const { rows } = await sql`
    with recursive grown as (
      select id, array[id] as lineage from task
      where account_id = ${account.id} and parent_id is null
      union all
      select below.id, grown.lineage || below.id from task below
      join grown on below.account_id = ${account.id} and below.parent_id = grown.id
    )
    select task.id from task left join grown on grown.id = task.id
    where task.account_id = ${account.id} and task.lineage is distinct from grown.lineage
  `.execute(server.database.db);
  return rows;
}

async function activeBelowArchived(account: TestAccount): Promise<unknown[]> {
  const { rows } = await sql`
    select task.id from task
    join task above on above.account_id = task.account_id and above.id = any(task.lineage)
    where task.account_id = ${account.id}
      and task.archived_at is null and above.archived_at is not null
  `.execute(server.database.db);
  return rows;
}

/** Archived with a task above that is not archived. */
async function orphanedReasons(account: TestAccount): Promise<unknown[]> {
  const { rows } = await sql`
    select task.id from task
    left join task parent on parent.account_id = task.account_id and parent.id = task.parent_id
    where task.account_id = ${account.id}
      and task.archived_reason = 'with-parent' and parent.archived_at is null
  `.execute(server.database.db);
  return rows;
}
