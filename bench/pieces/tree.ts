import type { TaskId } from '@timegrove/domain/id.ts';
import { openPool } from '../../apps/server/src/database/open.ts';
import type { Engine } from '../../apps/server/src/features/sync/engine.ts';
import { makeEngine, makeHouse } from './house.ts';
import { aMemoryVendor } from './memory-vendor.ts';
import type { Scratch } from './scratch.ts';
import { anIntegration, assign, aWaitingRun, aWorld, carryOut, type World } from './world.ts';

/** The database that holds an account with 100 000 tasks, for others to be copied from. */
export const treeDatabase = 'bench_tree';

/** That account: its people, and what each may track on. */
export interface Tree extends World {
  /** A task that the person in the same place of `people` may track on. */
  readonly trackable: readonly TaskId[];
}

const users = 50;
let made: Promise<Tree> | undefined;

/**
 * Makes, once, an account with an administrator on the root, 49 users on a project each, and a last
 * user on one list alone.
 */
export async function aTree(scratch: Scratch): Promise<Tree> {
  return (made ??= makeTree(scratch));
}

async function makeTree(scratch: Scratch): Promise<Tree> {
  const database = openPool(await scratch.database(treeDatabase));
  const vendor = aMemoryVendor();
  const house = await makeHouse({ database, providers: [vendor.provider] });
  const engine = makeEngine(database, house);
  const world = await aWorld(engine, users);
  const integrationId = await anIntegration(engine, world, vendor.provider.id);
  await carryOut(engine, await aWaitingRun(engine, world.accountId, integrationId));
  const trackable = await assignAll(engine, world);
  await database.close();
  await scratch.asSuperuser(treeDatabase, 'vacuum analyze');
  return { ...world, trackable };
}

async function assignAll(engine: Engine, world: World): Promise<TaskId[]> {
  const projects = await firstOfKind(engine, world, 'project', users);
  const [list] = await firstOfKind(engine, world, 'list', 1);
  const trackable: TaskId[] = [];
  for (const [at, person] of world.people.entries()) {
    const task = at === users ? list : projects[at];
    if (task === undefined) throw new Error('the tree has fewer projects than there are people');
    if (at > 0) await assign(engine, world, task, person);
    trackable.push(task);
  }
  return trackable;
}

async function firstOfKind(
  { database }: Engine,
  { accountId }: World,
  kind: string,
  count: number,
): Promise<TaskId[]> {
  const rows = await database.db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', accountId)
    .where('item_kind', '=', kind)
    .orderBy('id')
    .limit(count)
    .execute();
  return rows.map(({ id }) => id);
}
