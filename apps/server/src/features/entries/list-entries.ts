import type { listEntries as endpoint } from '@timegrove/contract/entries.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { daysBetween } from '@timegrove/domain/time/day.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Actor } from '../../http/desk.ts';
import { viewEntries } from './entry-view.ts';
import { managedTasks, readWhose } from './whose-time.ts';

/** A quarter and the weeks around it; a longer answer would keep the server from others for long. */
const mostDays = 100;

/** Lists the entries of a member whose day lies in a range, by start, as far as the actor sees them. */
export const listEntries: Verb<typeof endpoint> = async (desk, { query }) => {
  ensureRange(query.from, query.to);
  const memberId = query.memberId ?? desk.actor.memberId;
  const everything = may(desk.actor, { do: 'see-time', whose: await readWhose(desk, memberId) });
  const managed = managedTasks(desk.actor);
  if (!everything && managed.length === 0) throw new DomainError('right-needed');
  const inRange = desk.db
    .selectFrom('entry')
    .selectAll()
    .where('account_id', '=', desk.actor.accountId)
    .where('member_id', '=', memberId)
    .where('deleted_at', 'is', null)
    .where('day', '>=', query.from)
    .where('day', '<=', query.to)
    .$if(!everything, (some) => some.where(onManagedBranch(desk.actor, managed)))
    // Else PostgreSQL looks for a few of them among all the member's time by start.
    .offset(0);
  const rows = await desk.db
    .selectFrom(inRange.as('entry'))
    .selectAll()
    .orderBy('started_at')
    .orderBy('id')
    .limit(query.limit ?? null)
    .execute();
  return { entries: await viewEntries(desk, rows) };
};

function ensureRange(from: string, to: string): void {
  const days = daysBetween(from, to);
  if (days < 0) throw wrong('must not be before `from`');
  if (days >= mostDays) throw wrong(`must be at most ${mostDays - 1} days after \`from\``);
}

function wrong(reason: string): DomainError {
  return new DomainError('input-invalid', { field: 'query.to', reason });
}

/** SQL: the row of `entry` is on a branch that the actor manages. */
function onManagedBranch({ accountId }: Actor, managed: readonly TaskId[]): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from task
    where task.account_id = ${accountId}
      and task.id = entry.task_id
      and task.lineage && ${managed}::uuid[]
  )`;
}
