import type { summarizeTask as endpoint } from '@timegrove/contract/tasks.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { may } from '@timegrove/domain/people/may.ts';
import { dayOf, weekOf } from '@timegrove/domain/time/day.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { whose } from '../entries/whose-time.ts';
import { findTask, type TaskRow } from './find-task.ts';

const mostMembers = 100;

/** Sums up the time on a branch by member, in one statement, as far as the asking member may see it. */
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
      sum(greatest(coalesce(entry.stopped_at, ${now}), entry.started_at) - entry.started_at)
        filter (where ${when})))::int, 0)`;
  const { rows } = await sql<Sums>`
    select member.id, member.name,
      ${seconds(sql`entry.day = ${today}`)} as today,
      ${seconds(sql`entry.day >= ${weekOf(today, weekStart)[0]}`)} as week,
      ${seconds(sql`true`)} as total
    from task
    join entry on entry.account_id = task.account_id and entry.task_id = task.id
    join member on member.account_id = entry.account_id and member.id = entry.member_id
    where task.account_id = ${actor.accountId}
      and task.lineage @> ${[task.id]}::uuid[]
      and entry.deleted_at is null
      and ${seen === 'everybody' ? sql`true` : sql`${whose(actor)} = any(${seenWords(seen)})`}
    group by member.id, member.name
    order by total desc, member.name, member.id
  `.execute(db);
  return rows;
}

function seenWords(seen: Seen): readonly string[] {
  return seen === 'own' ? ['own'] : ['own', 'own-people'];
}
