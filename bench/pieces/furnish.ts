import type { TaskId } from '@timegrove/domain/id.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Scratch } from './scratch.ts';
import type { World } from './world.ts';

/** How many tasks lie directly below the wide project, and how many changes and archived tasks there are. */
const many = 1_000;
const favourites = 50;

/**
 * Gives an account what a long used one has besides its tree: a project with 1 000 tasks directly below
 * it, 1 000 archived tasks, favourites of the administrator, and 1 000 lines in the audit log.
 * @returns the wide project
 */
export async function furnish(
  scratch: Scratch,
  database: string,
  { accountId, people }: World,
): Promise<TaskId> {
  const wide = newId<'task'>();
  const administrator = people[0]?.memberId ?? '';
  await scratch.asSuperuser(
    database,
    `insert into task (account_id, id, lineage, name, created_at)
      values ('${accountId}', '${wide}', array['${wide}']::uuid[], 'Wide project', now());

    with leaf as (select uuidv7() as id, n from generate_series(1, ${2 * many}) n)
    insert into task
      (account_id, id, parent_id, lineage, name, archived_at, archived_reason, created_at)
    select '${accountId}', id, '${wide}', array['${wide}', id]::uuid[], 'Piece ' || n,
      case when n > ${many} then now() - n * interval '1 minute' end,
      case when n > ${many} then 'by-hand' end, now()
    from leaf;

    insert into assignment (account_id, task_id, member_id, role, origin, changed_at)
      values ('${accountId}', '${wide}', '${administrator}', 'project-manager', 'hand', now());

    insert into favourite (account_id, member_id, task_id, created_at)
    select '${accountId}', '${administrator}', id, now() from task
      where account_id = '${accountId}' and item_kind = 'task' limit ${favourites};

    insert into audit (account_id, id, at, member_id, action, thing, thing_id, name)
    select '${accountId}', uuidv7(), now() - n * interval '1 hour', '${administrator}',
      'archived', 'task', '${wide}', 'Piece ' || n
    from generate_series(1, ${many}) n`,
  );
  await scratch.asSuperuser(database, 'vacuum analyze');
  return wide;
}
