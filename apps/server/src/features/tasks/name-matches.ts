import type { TaskId } from '@timegrove/domain/id.ts';
import { likeText, reachOf } from '@timegrove/domain/tree/search.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Desk } from '../../http/desk.ts';
import { recentlyTracked } from './recently-tracked.ts';
import { hasKeyword, holds, spaced, startsInnerWord, startsName } from './word-match.ts';

/** What a search looks for, and among which tasks. */
export interface Sought {
  readonly words: readonly string[];
  /** SQL: the row of `task` may be among the answers. */
  readonly scope: RawBuilder<boolean>;
  readonly limit: number;
}

/** How many tasks of each kind of match are ranked. */
const candidates = 200;

/**
 * Finds the tasks whose names hold every word: the exact name first, then names that begin with
 * what was typed, then words that do, then the others and those with such a keyword; among equals
 * what the member tracked on lately, then the shorter name.
 *
 * Each kind of match brings its own few candidates, so that a common word never costs more than
 * looking them up. They are not looked for once the names that begin with what was typed fill the
 * answer: the index cannot tell these from names with such a word inside, so every one of them would
 * be read. `offset 0` has the recent tasks looked up one by one: whatever else they are joined with,
 * PostgreSQL may begin with all names that hold a common word.
 */
export async function findByName(desk: Desk, { words, scope, limit }: Sought): Promise<TaskId[]> {
  const among = sql`
    select task.id, task.name from task
    where task.account_id = ${desk.actor.accountId} and task.archived_at is null and ${scope}`;
  const held = every(words.map((word) => holds(word)));
  const tooFew = sql`(select count(*) < ${limit} from starting)`;
  const kinds = [hasKeyword(words.join(' ')), ...kindsOf(words)].map(
    (kind) => sql`union (${among} and ${tooFew} and ${kind} limit ${candidates})`,
  );
  const { rows } = await sql<{ id: TaskId }>`
    with recent as materialized ${recentlyTracked(desk.actor)},
    starting as materialized (
      ${among} and ${startsName(words.join(' '))}
      order by lower(task.name) using ~<~ limit ${candidates}
    ),
    candidate as (
      select id, name from starting
      union (
        select task.id, task.name from recent
        cross join lateral (${among} and task.id = recent.task_id offset 0) task
        where ${held})
      ${sql.join(kinds, sql` `)}
    )
    select candidate.id
    from candidate
    cross join lateral (select lower(candidate.name) as name) as written
    left join recent on recent.task_id = candidate.id
    order by ${rank(words)}, recent.at desc nulls last,
      char_length(candidate.name), written.name, candidate.id
    limit ${limit}
  `.execute(desk.db);
  return rows.map(({ id }) => id);
}

/** The kinds of match besides that the whole name begins with what was typed. */
function kindsOf(words: readonly string[]): RawBuilder<boolean>[] {
  const [word, second] = words;
  if (word === undefined || second !== undefined) return [every(words.map((one) => holds(one)))];
  switch (reachOf(word)) {
    case 'anywhere':
      return [startsInnerWord(word), holds(word)];
    case 'word-start':
      return [startsInnerWord(word)];
    case 'anywhere-unaided':
      return [holds(word)];
  }
}

function every(matches: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.join(matches, sql` and `)}`;
}

function rank(words: readonly string[]): RawBuilder<number> {
  const typed = words.join(' ');
  const pattern = sql`lower(${`${likeText(typed)}%`})`;
  const starts = words.map((word) => {
    const wordStart = spaced(sql`lower(${likeText(word)}::text)`);
    return sql`${spaced(sql`written.name`)} like '%' || ${wordStart} || '%'`;
  });
  return sql<number>`case
    when written.name = lower(${typed}) then 0
    when written.name like ${pattern} then 1
    when ${sql.join(starts, sql` and `)} then 2
    else 3
  end`;
}
