import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import type { Database, Db } from '../database/schema.ts';
import type { House } from '../house.ts';
import { demoEntries, type TrackedTask } from './demo-entries.ts';
import { demoPeople, demoProjects, type DemoTask } from './demo-data.ts';

/** The log-ins of the demo. */
export const demoLogins = demoPeople
  .slice(0, 3)
  .map(({ role, email, password }) => ({ role, email, password }));

/** What a demo server shows to its visitors. */
export function demoHouse(sandboxUrl: string): NonNullable<House['demo']> {
  return { sandboxUrl, logins: demoLogins };
}

/** Fills an empty database with a small agency: people, own projects and two weeks of time. */
export async function fillDemo(database: Database, { identity }: House, now: Date): Promise<void> {
  const existing = await database.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (existing !== undefined) return;
  await database.transaction().execute(async (db) => {
    const accountId = newId<'account'>();
    await db
      .insertInto('account')
      .values({ id: accountId, name: 'Fernhill Studio', created_at: now })
      .execute();
    const members: MemberId[] = [];
    for (const person of demoPeople) {
      members.push(await addMember(db, identity, accountId, person, now));
    }
    const tasks: TrackedTask[] = [];
    for (const project of demoProjects)
      tasks.push(...(await addBranch(db, accountId, project, [])));
    await assignEverybody(db, accountId, members, now);
    await db.insertInto('entry').values(demoEntries({ accountId, members, tasks, now })).execute();
    await billAsTheirTasks(db);
  });
}

/** Entries made the usual way take over whether their task is billable. */
async function billAsTheirTasks(db: Db): Promise<void> {
  await db
    .updateTable('entry')
    .from('task')
    .set((set) => ({ billable: set.ref('task.billable') }))
    .whereRef('task.account_id', '=', 'entry.account_id')
    .whereRef('task.id', '=', 'entry.task_id')
    .execute();
}

async function addMember(
  db: Db,
  identity: House['identity'],
  accountId: AccountId,
  person: { name: string; email: string; password: string; role: AccountRole },
  now: Date,
): Promise<MemberId> {
  const { name, email, role } = person;
  const id = newId<'member'>();
  const userId = await identity.signUp(person, db);
  await db
    .insertInto('member')
    .values({
      account_id: accountId,
      id,
      user_id: userId,
      name,
      email,
      role,
      zone: 'Europe/Berlin',
      joined_at: now,
    })
    .execute();
  return id;
}

/** Gives the ids of the tasks without tasks below them: what people track on. */
async function addBranch(
  db: Db,
  accountId: AccountId,
  task: DemoTask,
  above: readonly TaskId[],
): Promise<TrackedTask[]> {
  const id = newId<'task'>();
  const lineage = [...above, id];
  await db
    .insertInto('task')
    .values({
      account_id: accountId,
      id,
      parent_id: above.at(-1) ?? null,
      lineage,
      name: task.name,
      color: task.color ?? null,
      billable: task.billable ?? true,
    })
    .execute();
  const leaves: TrackedTask[] = [];
  for (const child of task.below ?? [])
    leaves.push(...(await addBranch(db, accountId, child, lineage)));
  return leaves.length === 0 ? [{ id, billable: task.billable ?? true }] : leaves;
}

/** The first person manages every project; the others track on them. */
async function assignEverybody(
  db: Db,
  accountId: AccountId,
  members: readonly MemberId[],
  now: Date,
): Promise<void> {
  const projects = await db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', accountId)
    .where('parent_id', 'is', null)
    .execute();
  const rows = projects.flatMap((project) =>
    members.map((member_id, index) => ({
      account_id: accountId,
      task_id: project.id,
      member_id,
      role: index === 0 ? ('project-manager' as const) : ('regular-user' as const),
      origin: 'hand' as const,
      changed_at: now,
    })),
  );
  await db.insertInto('assignment').values(rows).execute();
}
