import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { sql } from 'kysely';
import type { Wishes } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import type { Work } from './engine.ts';

interface Wanted {
  readonly memberId: MemberId;
  readonly role: ProjectRole;
}

/**
 * Makes the assignments by the provider's rule on the root, and takes away those by rule that the
 * rule no longer gives. What a person made, changed or removed stays as it is (rule 7).
 */
export async function assignByRule(
  db: Db,
  work: Work,
  rootTaskId: TaskId,
  now: Date,
  wishes: Wishes,
): Promise<void> {
  const { accountId } = work;
  const wanted = await wantedOnRoot(db, work);
  const ids = wanted.map(({ memberId }) => memberId);
  const removed = await db
    .deleteFrom('assignment')
    .where('account_id', '=', accountId)
    .where('task_id', '=', rootTaskId)
    .where('origin', '=', 'rule')
    .where('member_id', '!=', sql<MemberId>`all(${ids}::uuid[])`)
    .executeTakeFirst();
  const added = await sql<{ member_id: MemberId }>`
    insert into assignment (account_id, task_id, member_id, role, origin, changed_at)
    select ${accountId}, ${rootTaskId}, wanted."memberId", wanted.role, 'rule', ${now}
    from json_to_recordset(${JSON.stringify(wanted)}) as wanted ("memberId" uuid, role text)
    on conflict do nothing
    returning member_id
  `.execute(db);
  if (added.rows.length === 0 && removed.numDeletedRows === 0n) return;
  wishes.tell({ accountId, topic: 'assignments' });
  wishes.tell({ accountId, topic: 'tasks' });
}

/** The owner manages the branch; where the rule says so, everybody else may track on it. */
async function wantedOnRoot(db: Db, work: Work): Promise<Wanted[]> {
  const owner: Wanted[] =
    work.ownerId === null ? [] : [{ memberId: work.ownerId, role: 'project-manager' }];
  if (work.provider.assigns.members !== 'everyone-to-root') return owner;
  const members = await db
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', work.accountId)
    .where('active', '=', true)
    .execute();
  const others = members.filter(({ id }) => id !== work.ownerId);
  return [...owner, ...others.map(({ id }): Wanted => ({ memberId: id, role: 'regular-user' }))];
}
