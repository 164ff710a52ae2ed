import type { Account } from '@timegrove/contract/account.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';

/** An account as it goes out. */
export function accountOf(row: Selectable<Schema['account']>): Account {
  return {
    id: row.id,
    name: row.name,
    currency: row.currency,
    zone: row.zone,
    weekStart: row.week_start,
    roundingMinutes: row.rounding_minutes,
    entriesByHand: row.entries_by_hand,
    overlapsAllowed: row.overlaps_allowed,
    lockAfterDays: row.lock_after_days,
    longTimerHours: row.long_timer_hours,
  };
}
