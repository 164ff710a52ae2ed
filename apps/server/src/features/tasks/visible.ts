import type { TaskId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../http/desk.ts';

/** From so many assignments on it is faster to look each id of a lineage up than to compare them all. */
const many = 32;

/** SQL: the row of `task` lies in a branch the member is assigned to, so time can be put on it. */
export function inAssignedBranch(actor: Actor): RawBuilder<boolean> {
  const ids = assignedIds(actor);
  if (ids.length < many) return sql<boolean>`task.lineage && ${ids}::uuid[]`;
  return sql<boolean>`exists (
    select from unnest(task.lineage) as step where step = any(${ids}::uuid[])
  )`;
}

/** SQL: the member sees everything below the row of `task`. */
export function inSeenBranch(actor: Actor): RawBuilder<boolean> {
  return may(actor, { do: 'see-whole-tree' }) ? sql<boolean>`true` : inAssignedBranch(actor);
}

/** SQL: the member sees the row of `task`, be it as a mere path to an assigned one. */
export function visible(actor: Actor): RawBuilder<boolean> {
  if (may(actor, { do: 'see-whole-tree' })) return sql<boolean>`true`;
  return sql<boolean>`(${inAssignedBranch(actor)} or task.id in (${pathIds(actor)}))`;
}

/** SQL: the ids of the assigned tasks and of all above them. */
export function pathIds(actor: Actor): RawBuilder<TaskId> {
  return sql<TaskId>`
    select unnest(path.lineage) from task path
    where path.account_id = ${actor.accountId} and path.id = any(${assignedIds(actor)}::uuid[])`;
}

function assignedIds(actor: Actor): TaskId[] {
  return [...actor.assigned.keys()];
}
