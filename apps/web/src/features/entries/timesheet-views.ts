import { id } from '@timegrove/contract/fields.ts';
import { weekOf } from '@timegrove/domain/time/day.ts';
import { z } from 'zod';

/** The ways to look at a timesheet; the calendar shows a week, or one day of it. */
const views = ['day', 'week', 'calendar', 'calendar-day'] as const;
export type TimesheetView = (typeof views)[number];

/** What the address of a timesheet says. */
export const timesheetSearch = z.object({
  view: z.enum(views).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  /** Opens the form for time by hand. */
  add: z.boolean().optional().catch(undefined),
  /** Whose timesheet it is, if not the own. */
  member: id('member').optional().catch(undefined),
});

/** The days that a view shows. @param firstWeekday 1 for Monday to 7 for Sunday */
export function daysOf(view: TimesheetView, day: string, firstWeekday: number): readonly string[] {
  return view === 'week' || view === 'calendar' ? weekOf(day, firstWeekday) : [day];
}
