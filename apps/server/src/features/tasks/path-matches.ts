import type { TaskId } from '@timegrove/domain/id.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { Sought } from './name-matches.ts';
import { recentlyTracked } from './recently-tracked.ts';
import { pathIds } from './visible.ts';
import { holds } from './word-match.ts';

/** How many tasks with a word in their names are looked at. */
const tried = 500;
/** Below how many of them is looked: the index over lineages slows down with each. */
const mostAbove = 50;

/**
 * Finds tasks with at least one word in their names and the others in names above them, as in
 * “acme homepage” for the homepage of the project Acme. Those with more words in their own names
 * come first. Of a word that more than `tried` tasks carry where the member may look, only some are
 * tried as a part of the path, which keeps the cost the same however common it is.
 */
export async function findByPath(
  desk: Desk,
  { words, scope, limit }: Sought,
  except: readonly TaskId[],
): Promise<TaskId[]> {
  const inName = words.map((word) => holds(word, [' ']));
  const step = sql`unnest(trim_array(candidate.lineage, 1))`;
  const { rows } = await sql<{ id: TaskId }>`
    with recent as materialized ${recentlyTracked(desk.actor)},
    candidate as materialized (${sql.join(candidates(desk, scope, inName), sql` union `)}),
    above as materialized (
      select task.id, ${heard(inName)} as heard from task
      where task.account_id = ${desk.actor.accountId}
        and task.id in (select ${step} from candidate)
    ),
    task as (
      select candidate.id, candidate.name, bit_or(above.heard) as above
      from candidate, ${step} as step join above on above.id = step
      group by candidate.id, candidate.name
    ),
    found as (select task.id, task.name, ${heard(inName)} as own, task.above from task)
    select found.id from found left join recent on recent.task_id = found.id
    where found.own | found.above = ${2 ** words.length - 1}::int
      and found.id <> all(${except}::uuid[])
    order by bit_count(found.own::bit(32)) desc, recent.at desc nulls last,
      char_length(found.name), lower(found.name), found.id
    limit ${limit}
  `.execute(desk.db);
  return rows.map(({ id }) => id);
}

/** SQL: a number with one bit for each word that the task's name holds. */
function heard(inName: readonly RawBuilder<boolean>[]): RawBuilder<number> {
  const bits = inName.map((held, word) => sql`case when ${held} then ${2 ** word}::int else 0 end`);
  return sql<number>`${sql.join(bits, sql` | `)}`;
}

/** For each word the tasks with it in their names, and tasks below those with another in theirs. */
function candidates(
  desk: Desk,
  scope: RawBuilder<boolean>,
  inName: readonly RawBuilder<boolean>[],
): RawBuilder<unknown>[] {
  const among = sql`
    select task.id, task.name, task.lineage from task
    where task.account_id = ${desk.actor.accountId} and task.archived_at is null`;
  return inName.flatMap((held) => {
    const others = sql.join(
      inName.filter((other) => other !== held),
      sql` or `,
    );
    return [
      sql`(${among} and ${scope} and ${held} limit ${tried})`,
      // Kept from the index, the scope is not looked up together with the containers, key by key.
      sql`(${among} and (${scope}) is true and (${others})
        and task.lineage && array(${containers(desk, scope, held)}) limit ${tried})`,
    ];
  });
}

function containers(
  desk: Desk,
  scope: RawBuilder<boolean>,
  held: RawBuilder<boolean>,
): RawBuilder<TaskId> {
  const { accountId } = desk.actor;
  return sql<TaskId>`
    select named.id from (
      select task.id from task
      where task.account_id = ${accountId} and task.archived_at is null and ${held}
        and (${scope} or task.id = any(array(${pathIds(desk.actor)})))
      limit ${tried}
    ) named
    where exists (
      select from task below where below.account_id = ${accountId} and below.parent_id = named.id
    )
    limit ${mostAbove}`;
}
