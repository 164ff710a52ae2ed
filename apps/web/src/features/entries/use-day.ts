import { useWindowEvent } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { MemberId } from '@timegrove/domain/id.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { useMemo } from 'react';
import { usePhone } from '../../shell/phone.ts';
import { useWeekStart } from '../session/use-week-start.ts';
import { daysOf, type TimesheetView } from './timesheet-views.ts';
import { useToday } from './use-today.ts';

const route = getRouteApi('/signed-in/');

/** What the address says about the timesheet, and the verbs that change it. */
export interface ShownDay {
  readonly view: TimesheetView;
  readonly showView: (view: TimesheetView, day?: string) => void;
  readonly day: string;
  /** What the view shows: that day, or its week. */
  readonly days: readonly string[];
  readonly today: string;
  readonly show: (day: string) => void;
  /** Shows what lies so many steps ahead, in days or weeks as the view has them. */
  readonly step: (steps: number) => void;
  /** The address asks for the form for time by hand; showing a day ends that. */
  readonly adding: boolean;
  /** Whose timesheet the address names; null for the own one. */
  readonly memberId: MemberId | null;
  readonly showMember: (memberId: MemberId | null) => void;
}

/** The day that the address names, today without one, and the verbs that show another. */
export function useDay(): ShownDay {
  const today = useToday();
  const search = route.useSearch();
  const day = search.day ?? today;
  const navigate = route.useNavigate();
  const memberId = search.member ?? null;
  const view = useFittingView(search.view ?? 'day');
  const weekStart = useWeekStart();
  const days = useMemo(() => daysOf(view, day, weekStart), [view, day, weekStart]);
  const go = (next: Partial<Pick<ShownDay, 'day' | 'view' | 'memberId'>>): void => {
    const to = { day, view, memberId, ...next };
    const search = {
      ...(to.view !== 'day' && { view: to.view }),
      ...(to.day !== today && { day: to.day }),
      ...(to.memberId !== null && { member: to.memberId }),
    };
    void navigate({ search });
  };
  return {
    view,
    showView: (next, onDay = day) => go({ view: next, day: onDay }),
    day,
    days,
    today,
    show: (next) => go({ day: next }),
    step: (steps) => go({ day: addDays(day, steps * days.length) }),
    adding: search.add === true,
    memberId,
    showMember: (member) => go({ memberId: member }),
  };
}

/** On a phone a calendar has room for one day. */
function useFittingView(view: TimesheetView): TimesheetView {
  const narrow = usePhone();
  return narrow && view === 'calendar' ? 'calendar-day' : view;
}

/** Shows the day before or after by the arrow keys, unless they belong to what has the focus. */
export function useDayKeys(step: (days: number) => void): void {
  useWindowEvent('keydown', (event) => {
    const days = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (days === undefined || event.defaultPrevented || isTaken(event)) return;
    step(days);
  });
}

const takers =
  'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';

function isTaken(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return true;
  return event.target instanceof Element && event.target.closest(takers) !== null;
}
