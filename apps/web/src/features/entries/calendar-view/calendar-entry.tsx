import type { EventDisplayInfo } from '@fullcalendar/react';
import { Trans } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { durationOf, type Span } from '@timegrove/domain/time/span.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { useLengthText } from '../../session/use-length-text.ts';
import { spanOf } from '../day-lines.ts';
import { movedTo, stretchAt } from './calendar-events.ts';
import type { DayScale } from './day-scale.ts';

interface CalendarEntryProps {
  readonly info: EventDisplayInfo;
  /** Undefined: time that is just being drawn. */
  readonly entry: Entry | undefined;
  readonly scale: DayScale;
  /** What still runs ends then. */
  readonly now: number;
}

/** One entry in the calendar: task, note, and how long it truly is, whatever the clock did. */
export function CalendarEntry({ info, entry, scale, now }: CalendarEntryProps) {
  const lengthText = useLengthText();
  if (info.event.display === 'background') return null;
  const span = spanShown(info, entry, { scale, now });
  return (
    <div
      className={info.isShort ? 'calendar-entry calendar-entry-short' : 'calendar-entry'}
      title={whereOf(entry)}
    >
      {(entry !== undefined || !info.isMirror) && (
        <strong>
          <bdi>{entry?.task?.name ?? <Trans>No task</Trans>}</bdi>
        </strong>
      )}
      <span className="calendar-times numbers">
        <span>
          {entry?.stoppedAt === null && !info.isMirror ? (
            <Trans>since {clock(span.start)}</Trans>
          ) : (
            `${clock(span.start)}–${clock(span.end)}`
          )}
        </span>
        <span>{lengthText(durationOf(span))}</span>
      </span>
      {entry !== undefined && entry.note !== '' && (
        <bdi className="calendar-note">{entry.note}</bdi>
      )}
    </div>
  );
}

/** The task with the names above it, for which there is no room. */
function whereOf(entry: Entry | undefined): string | undefined {
  return entry?.task ? [...entry.task.path, entry.task.name].join(' › ') : undefined;
}

/** Where it is being moved or stretched to, else its own times. */
function spanShown(
  { event, isMirror, isDragging, isResizing }: EventDisplayInfo,
  entry: Entry | undefined,
  { scale, now }: Pick<CalendarEntryProps, 'scale' | 'now'>,
): Span {
  const places = { start: event.start?.getTime() ?? 0, end: event.end?.getTime() ?? 0 };
  if (entry === undefined) return stretchAt(places, scale);
  if (isMirror && isDragging && !isResizing) return movedTo(entry, places.start, scale);
  return isMirror ? stretchAt(places, scale) : spanOf(entry, now);
}

/** As the clock of this browser shows it. */
function clock(instant: number): string {
  return wallTimeOf(instant, browserZone());
}
