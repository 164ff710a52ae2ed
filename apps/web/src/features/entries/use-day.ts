import { useWindowEvent } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { MemberId } from '@timegrove/domain/id.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { useToday } from './use-today.ts';

const route = getRouteApi('/signed-in/');

/** What the address says about the timesheet, and the verbs that change it. */
export interface ShownDay {
  readonly day: string;
  readonly today: string;
  readonly show: (day: string) => void;
  readonly step: (days: number) => void;
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
  const go = (next: string, member: MemberId | null): void => {
    const search = { ...(next !== today && { day: next }), ...(member !== null && { member }) };
    void navigate({ search });
  };
  const show = (next: string): void => go(next, memberId);
  return {
    day,
    today,
    show,
    step: (days) => show(addDays(day, days)),
    adding: search.add === true,
    memberId,
    showMember: (member) => go(day, member),
  };
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
