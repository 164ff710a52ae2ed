import type { CalendarOptions } from '@fullcalendar/react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { CalendarEntry } from './calendar-entry.tsx';
import type { DayScale } from './day-scale.ts';
import { DayHead, HourHead } from './heads.tsx';

interface Shown {
  readonly scale: DayScale;
  readonly now: number;
  /** The entry of that id; undefined: time that is just being drawn. */
  readonly entryOf: (id: string) => Entry | undefined;
}

type Contents = Pick<CalendarOptions, 'dayHeaderContent' | 'slotHeaderContent' | 'eventContent'>;

/** What stands in the parts of the calendar. */
export function contentsOf({ scale, now, entryOf }: Shown): Contents {
  return {
    dayHeaderContent: ({ date }) => <DayHead date={date} />,
    slotHeaderContent: ({ time }) => (
      <HourHead row={scale.rows[Math.round((time?.milliseconds ?? 0) / scale.rowLength)]} />
    ),
    eventContent: (info) => (
      <CalendarEntry info={info} entry={entryOf(info.event.id)} scale={scale} now={now} />
    ),
  };
}
