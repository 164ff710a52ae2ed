import type { stopTimer as endpoint } from '@timegrove/contract/timers.ts';
import { ensureNotAhead } from '@timegrove/domain/timesheet/limits.ts';
import { planStop } from '@timegrove/domain/timesheet/stop.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { viewEntry } from '../entries/entry-view.ts';
import { holdEntry } from '../entries/hold-entry.ts';
import { tellTime } from '../entries/tell-time.ts';
import { changedBy, traceTime } from '../entries/trace.ts';

/** Stops a timer; a stopped one can only be found to have ended earlier, see `planStop`. */
export const stopTimer: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const { entry, member } = await holdEntry(desk, params.entryId);
  const now = desk.now.getTime();
  const asked = body.stoppedAt === undefined ? undefined : Date.parse(body.stoppedAt);
  if (asked !== undefined) ensureNotAhead(asked, now);
  const timer = {
    startedAt: entry.started_at.getTime(),
    stoppedAt: entry.stopped_at?.getTime() ?? null,
    byHand: entry.edited_at !== null,
  };
  const end = planStop(timer, asked, now);
  if (end === timer.stoppedAt) return viewEntry(desk, entry);
  const row = await desk.db
    .updateTable('entry')
    .set({
      stopped_at: sql<Date>`least(stopped_at, ${new Date(end)})`,
      ...changedBy(desk),
    })
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', entry.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await traceTime(desk, 'changed', [{ member, before: entry, after: row }]);
  tellTime(desk, row, entry.stopped_at === null ? 'timer' : 'entry');
  return viewEntry(desk, row);
};
