import type { MemberId, TaskId } from '@timegrove/domain/id.ts';
import { matchPeople } from '@timegrove/domain/people/match.ts';
import type { ProjectRole } from '@timegrove/domain/people/role.ts';
import { itemKey, type RemotePerson } from '@timegrove/domain/provider.ts';
import { sql } from 'kysely';
import type { Wishes } from '../../database/transaction.ts';
import type { Db } from '../../database/schema.ts';
import type { Work } from './engine.ts';
import { rootKind } from './read-mirror.ts';

interface Wanted {
  readonly taskId: TaskId;
  readonly memberId: MemberId;
  readonly role: ProjectRole;
}

/** The owner manages the branch; or, where the rule says so, everybody may track on it. */
export async function assignToRoot(
  db: Db,
  work: Work,
  taskId: TaskId,
  now: Date,
  wishes: Wishes,
): Promise<void> {
  const wanted =
    work.provider.assigns.members === 'everyone-to-root'
      ? (await readMembers(db, work)).map(({ id }): Wanted => ({
          taskId,
          memberId: id,
          role: 'regular-user',
        }))
      : ownerOf(work).map((memberId): Wanted => ({ taskId, memberId, role: 'project-manager' }));
  await follow(db, work, { wanted, on: 'root' }, now, wishes);
}

function ownerOf({ ownerId }: Work): readonly MemberId[] {
  return ownerId === null ? [] : [ownerId];
}

/** Members whose e-mail matches a person of a container may track on that container (rule 8). */
export async function assignByEmail(
  db: Db,
  work: Work,
  people: readonly RemotePerson[],
  now: Date,
  wishes: Wishes,
): Promise<void> {
  const members = await readMembers(db, work);
  const matches = matchPeople(
    people.filter(({ active }) => active),
    members,
  );
  const tasks = await readContainerTasks(db, work);
  const wanted = matches.flatMap(({ person, memberId }) =>
    person.containers.flatMap((container): Wanted[] => {
      const taskId = tasks.get(itemKey(container));
      if (memberId === null || taskId === undefined || memberId === work.ownerId) return [];
      return [{ taskId, memberId, role: 'regular-user' }];
    }),
  );
  await follow(db, work, { wanted, on: 'containers' }, now, wishes);
}

async function readMembers(db: Db, { accountId }: Work) {
  return db
    .selectFrom('member')
    .select(['id', 'email'])
    .where('account_id', '=', accountId)
    .where('active', '=', true)
    .execute();
}

async function readContainerTasks(db: Db, work: Work): Promise<Map<string, TaskId>> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'item_kind', 'item_id'])
    .where('account_id', '=', work.accountId)
    .where('integration_id', '=', work.integrationId)
    .where('item_kind', '=', work.provider.selects)
    .execute();
  return new Map(
    rows.map(({ id, item_kind: kind, item_id: remoteId }) => [
      itemKey({ kind: kind ?? '', remoteId: remoteId ?? '' }),
      id,
    ]),
  );
}

/**
 * Makes the wanted assignments by rule, and takes away those by rule that are no longer wanted. What
 * a person made, changed or removed stays as it is (rule 7), and so does who was on what is archived.
 */
async function follow(
  db: Db,
  work: Work,
  { wanted, on }: { wanted: readonly Wanted[]; on: 'root' | 'containers' },
  now: Date,
  wishes: Wishes,
): Promise<void> {
  const { accountId, integrationId } = work;
  const rows = JSON.stringify(wanted);
  const removed = await sql`
    delete from assignment using task
    where assignment.account_id = ${accountId} and assignment.origin = 'rule'
      and task.account_id = ${accountId} and task.id = assignment.task_id
      and task.integration_id = ${integrationId} and task.archived_at is null
      and (task.item_kind = ${rootKind}) = ${on === 'root'}
      and (assignment.task_id, assignment.member_id) not in (
        select "taskId", "memberId"
        from json_to_recordset(${rows}) as wanted ("taskId" uuid, "memberId" uuid)
      )
  `.execute(db);
  const added = await sql`
    insert into assignment (account_id, task_id, member_id, role, origin, changed_at)
    select ${accountId}, wanted."taskId", wanted."memberId", wanted.role, 'rule', ${now}
    from json_to_recordset(${rows}) as wanted ("taskId" uuid, "memberId" uuid, role text)
    on conflict (account_id, task_id, member_id) do update set role = excluded.role
    where assignment.origin = 'rule' and assignment.role is distinct from excluded.role
  `.execute(db);
  if ((added.numAffectedRows ?? 0n) === 0n && (removed.numAffectedRows ?? 0n) === 0n) return;
  wishes.tell({ accountId, topic: 'assignments' });
  wishes.tell({ accountId, topic: 'tasks' });
}
