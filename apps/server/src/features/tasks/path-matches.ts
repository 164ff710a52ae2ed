import type { TaskId } from '@timegrove/domain/id.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import type { Sought } from './name-matches.ts';
import { recentlyTracked } from './recently-tracked.ts';
import { pathIds } from './visible.ts';
import { holds } from './word-match.ts';

/** A member who may look at no more tasks than this is searched through whole, without an index. */
const few = 1500;
/** How many tasks with a word in their names are looked at otherwise. */
const tried = 500;
/** Below how many of them is looked: the index over lineages slows down with each. */
const mostAbove = 50;

/**
 * Finds tasks with at least one word in their names and the others in names above them, as in
 * “acme homepage” for the homepage of the project Acme. Those with more words in their own names
 * come first. Among very many tasks only some that carry a common word are tried as a part of the
 * path, which keeps the cost the same however common it is.
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
    ${sql.join(candidates(desk, scope, inName))},
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
      and found.own <> 0
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

/**
 * SQL: the parts of a WITH that end in `candidate`. That is all the member's tasks if they are few.
 * Else it is for each word the tasks with it in their names, and those below them with another word.
 */
function candidates(
  desk: Desk,
  scope: RawBuilder<boolean>,
  inName: readonly RawBuilder<boolean>[],
): RawBuilder<unknown>[] {
  const active = sql`task.account_id = ${desk.actor.accountId} and task.archived_at is null`;
  const columns = sql`task.id, task.name, task.lineage`;
  const isFew = sql`(select count(*) <= ${few} from mine)`;
  const hits = inName.map((held, word) => ({
    table: sql.table(`hit_${word}`),
    others: sql.join([sql`false`, ...inName.filter((other) => other !== held)], sql` or `),
    select: sql`
      select ${columns}, ${scope} as mine from task
      where not ${isFew} and ${active} and ${held}
        and (${scope} or task.id = any(array(${pathIds(desk.actor)})))
      limit ${tried}`,
  }));
  // In the last part the scope is kept from the index: together with what is above, key by key,
  // it would take many times as long to look up.
  const unions = hits.map(
    ({ table, others }) => sql`
      union select id, name, lineage from ${table} where mine
      union (
        select ${columns} from task
        where not ${isFew} and ${active} and (${scope}) is true and (${others})
          and task.lineage && array(${containers(desk, table)})
        limit ${tried}
      )`,
  );
  return [
    sql`mine as materialized (select ${columns} from task where ${active} and ${scope} limit ${few + 1})`,
    ...hits.map(({ table, select }) => sql`${table} as materialized (${select})`),
    sql`candidate as materialized (select * from mine where ${isFew} ${sql.join(unions, sql` `)})`,
  ];
}

function containers(desk: Desk, hits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select hit.id from ${hits} hit
    where exists (
      select from task below
      where below.account_id = ${desk.actor.accountId} and below.parent_id = hit.id
    )
    limit ${mostAbove}`;
}
