import { dayOf } from '@timegrove/domain/time/day.ts';
import type { Span } from '@timegrove/domain/time/span.ts';
import { useMemo } from 'react';
import { serverNow } from '../../../shell/server-clock.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { wayInto, type CellRules } from '../week/cell-way.ts';
import { useCellRules } from '../week/use-cell-rules.ts';

interface CalendarRules {
  /** Whether time may be added anywhere at all. */
  readonly mayAdd: boolean;
  /** Whether new time may stand there. */
  readonly takesNew: (span: Span) => boolean;
  /** Whether time that is there already may stand there. */
  readonly takes: (span: Span) => boolean;
}

/** What the rights of the one who looks and the account allow in a calendar; never time to come. */
export function useCalendarRules(today: string): CalendarRules {
  const rules = useCellRules(today);
  return useMemo(
    () => ({
      mayAdd: rules.mayChange && rules.byHand,
      takesNew: (span) => takes(span, rules),
      takes: (span) => takes(span, { ...rules, byHand: true }),
    }),
    [rules],
  );
}

function takes(span: Span, rules: CellRules): boolean {
  const day = dayOf(span.start, browserZone());
  return span.end <= serverNow() && wayInto({ day, entries: [], total: 0 }, rules).way === 'type';
}
