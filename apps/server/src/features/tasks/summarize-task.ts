import type { summarizeTask as endpoint } from '@timegrove/contract/tasks.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { dayOf, weekOf } from '@timegrove/domain/time/day.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Actor, Desk } from '../../http/desk.ts';
import { whose } from '../entries/whose-time.ts';
import { findTask, type TaskRow } from './find-task.ts';

const mostMembers = 100;

/**
 * Sums up the time on a branch by member, in one statement, as far as the asking member may see it.
 * It costs what the branch has entries: 0.4 s of processor time, which two cores share, for 1 000 000.
 */
export const summarizeTask: Verb<typeof endpoint> = async (desk, { params }) => {
  const task = await findTask(desk, params.taskId);
  const seen = seenBy(desk, task);
  const members = await sumByMember(desk, task, seen);
  const sum = (of: 'today' | 'week' | 'total'): number =>
    members.reduce((seconds, member) => seconds + member[of], 0);
  return {
    whose: seen,
    today: sum('today'),
    thisWeek: sum('week'),
    total: sum('total'),
    members: members
      .slice(0, mostMembers)
      .map(({ id, name, total }) => ({ memberId: id, name, total })),
  };
};

type Seen = 'own' | 'own-people' | 'everybody';

function seenBy({ actor }: Desk, { lineage }: TaskRow): Seen {
  if (may(actor, { do: 'see-time', whose: 'others', lineage })) return 'everybody';
  return may(actor, { do: 'see-time', whose: 'own-people', lineage }) ? 'own-people' : 'own';
}

interface Sums {
  readonly id: MemberId;
  readonly name: string;
  readonly today: number;
  readonly week: number;
  readonly total: number;
}

async function sumByMember(desk: Desk, task: TaskRow, seen: Seen): Promise<Sums[]> {
  const { db, actor, now } = desk;
  const today = dayOf(now.getTime(), actor.zone);
  const { week_start: weekStart } = await db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .where('member.account_id', '=', actor.accountId)
    .where('member.id', '=', actor.memberId)
    .select(sql<number>`coalesce(member.week_start, account.week_start)`.as('week_start'))
    .executeTakeFirstOrThrow();
  const seconds = (when: RawBuilder<boolean>): RawBuilder<number> => sql<number>`
    coalesce(round(extract(epoch from
      sum(coalesce(entry.stopped_at, greatest(${now}, entry.started_at)) - entry.started_at)
        filter (where ${when})))::int, 0)`;
  // Members come in after the sum, so that it reads nothing but the index `entry_on_task`.
  const { rows } = await sql<Sums>`
    select member.id, member.name, sums.today, sums.week, sums.total
    from (
      select entry.member_id,
        ${seconds(sql`entry.day = ${today}`)} as today,
        ${seconds(sql`entry.day >= ${weekOf(today, weekStart)[0]}`)} as week,
        ${seconds(sql`true`)} as total
      from entry
      join task on task.account_id = entry.account_id and task.id = entry.task_id
      where entry.account_id = ${actor.accountId}
        and entry.deleted_at is null
        and task.lineage @> ${[task.id]}::uuid[]
        and ${bySeen(actor, seen)}
      group by entry.member_id
    ) sums
    join member on member.account_id = ${actor.accountId} and member.id = sums.member_id
    order by sums.total desc, member.name, member.id
  `.execute(db);
  return rows;
}

/** SQL: the row of `entry` is of somebody whose time the actor sees. */
function bySeen(actor: Actor, seen: Seen): RawBuilder<boolean> {
  if (seen === 'everybody') return sql<boolean>`true`;
  if (seen === 'own') return sql<boolean>`entry.member_id = ${actor.memberId}`;
  return sql<boolean>`entry.member_id in (
    select member.id from member
    where member.account_id = ${actor.accountId}
      and ${whose(actor)} in ('own', 'own-people')
  )`;
}
