import type { CalendarOptions } from '@fullcalendar/react';

function named(name: string, marks: Readonly<Record<string, boolean>>): string {
  const set = Object.entries(marks).flatMap(([mark, on]) => (on ? [`${name}-${mark}`] : []));
  return [name, ...set].join(' ');
}

function isWeekend(date: Date): boolean {
  return date.getUTCDay() % 6 === 0;
}

/** The names by which the style sheet knows the parts of the calendar. */
export const classes = {
  className: 'calendar',
  tableHeaderClass: 'calendar-head',
  dayHeaderClass: ({ date, isToday }) =>
    named('calendar-day-head', { today: isToday, weekend: isWeekend(date) }),
  dayHeaderAlign: 'center',
  dayLaneClass: ({ date, isToday }) =>
    named('calendar-lane', { today: isToday, weekend: isWeekend(date) }),
  dayLaneInnerClass: 'calendar-lane-inner',
  slotLaneClass: ({ isMinor }) => (isMinor ? '' : 'calendar-slot'),
  slotHeaderClass: ({ isMinor }) => named('calendar-slot-head', { minor: isMinor }),
  slotHeaderAlign: 'end',
  dayHeaderRowClass: 'calendar-row',
  highlightClass: 'calendar-drawn',
  backgroundEventClass: 'calendar-behind',
  columnEventClass: ({ isMirror, isDragging, isSelected, isStart, isEnd }) =>
    named('calendar-event', {
      mirror: isMirror,
      dragging: isDragging,
      selected: isSelected,
      start: isStart,
      end: isEnd,
    }),
  columnEventInnerClass: 'calendar-event-inner',
  columnEventBeforeClass: ({ isStartResizable }) =>
    isStartResizable ? 'calendar-handle calendar-handle-start' : '',
  columnEventAfterClass: ({ isEndResizable }) =>
    isEndResizable ? 'calendar-handle calendar-handle-end' : '',
  nowIndicatorLineClass: 'calendar-now',
  nowIndicatorDotClass: 'calendar-now-dot',
  nowIndicatorHeaderClass: 'calendar-now-head',
} satisfies CalendarOptions;
