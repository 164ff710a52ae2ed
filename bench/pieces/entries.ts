import type { Scratch } from './scratch.ts';
import type { World } from './world.ts';

/** How many entries a member has on each day of the past. */
export const entriesADay = 8;

/**
 * Fills the account's members with entries in equal parts, eight on each day before today, all over
 * the tree. Foreign keys are not looked at meanwhile; the rows are such that they hold.
 */
export async function fillEntries(
  scratch: Scratch,
  database: string,
  { accountId, people }: World,
  count: number,
): Promise<void> {
  const members = people.map(({ memberId }) => `'${memberId}'::uuid`).join(', ');
  await scratch.asSuperuser(
    database,
    `set session_replication_role = replica;
    with leaf as (
      select id, row_number() over () as place from task
      where account_id = '${accountId}' and item_kind = 'task'
    ),
    slot as (
      select n, (array[${members}])[1 + n % ${people.length}] as member_id,
        date_trunc('day', now()) + interval '8 hours'
          - (1 + n / ${people.length} / ${entriesADay}) * interval '1 day'
          + (n / ${people.length} % ${entriesADay}) * interval '50 minutes' as started_at
      from generate_series(0, ${count - 1}) n
    )
    insert into entry
      (account_id, id, member_id, task_id, started_at, stopped_at, zone, day, created_at)
    select '${accountId}', uuidv7(started_at - now()), member_id, leaf.id,
      started_at, started_at + interval '45 minutes', 'UTC', started_at::date, started_at
    from slot
    join leaf on leaf.place = 1 + (slot.n * 7919::bigint) % (select count(*) from leaf)`,
  );
  await scratch.asSuperuser(database, 'vacuum analyze entry');
}
