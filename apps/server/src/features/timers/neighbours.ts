import { earliestStart } from '@timegrove/domain/timesheet/limits.ts';
import { hour } from '@timegrove/domain/time/span.ts';
import type { Neighbour, StartPlan } from '@timegrove/domain/timesheet/start.ts';
import { sql } from 'kysely';
import type { Desk } from '../../http/desk.ts';

/**
 * Reads what planning a start needs: the running timer, the timers that cover the asked instant,
 * and the first entry that started after it. A finished timer that is longer than a start may lie
 * back is not looked for, so that the search does not grow with the member's years of entries.
 */
export async function readNeighbours(desk: Desk, asked: number | undefined): Promise<Neighbour[]> {
  const live = () =>
    desk.db
      .selectFrom('entry')
      .select(['id', 'started_at', 'stopped_at', 'edited_at'])
      .where('account_id', '=', desk.actor.accountId)
      .where('member_id', '=', desk.actor.memberId)
      .where('deleted_at', 'is', null);
  const running = live().where('stopped_at', 'is', null);
  if (asked === undefined) return (await running.execute()).map(neighbourOf);
  const at = new Date(asked);
  const covering = live()
    .where('started_at', '<=', at)
    .where('started_at', '>', new Date(asked - earliestStart * hour))
    .where('stopped_at', '>', at);
  const next = live().where('started_at', '>', at).orderBy('started_at').limit(1);
  const rows = await running
    .unionAll(covering)
    .unionAll((its) => its.parens(next))
    .execute();
  return rows.map(neighbourOf);
}

/** Stops entries at the instant of a start; one that somebody stopped earlier meanwhile stays so. */
export async function stopNeighbours(desk: Desk, plan: StartPlan): Promise<void> {
  if (plan.stops.length === 0) return;
  const at = new Date(plan.startedAt);
  await desk.db
    .updateTable('entry')
    .set({ stopped_at: at })
    .where('account_id', '=', desk.actor.accountId)
    .where(sql<boolean>`id = any(${plan.stops}::uuid[])`)
    .where((its) => its.or([its('stopped_at', 'is', null), its('stopped_at', '>', at)]))
    .execute();
}

function neighbourOf(row: {
  readonly id: Neighbour['id'];
  readonly started_at: Date;
  readonly stopped_at: Date | null;
  readonly edited_at: Date | null;
}): Neighbour {
  return {
    id: row.id,
    startedAt: row.started_at.getTime(),
    stoppedAt: row.stopped_at?.getTime() ?? null,
    byHand: row.edited_at !== null,
  };
}
