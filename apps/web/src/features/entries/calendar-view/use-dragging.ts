import type { CalendarOptions } from '@fullcalendar/react';
import { useLingui } from '@lingui/react/macro';
import type { Span } from '@timegrove/domain/time/span.ts';
import { retiming } from '../deeds/retiming.ts';
import { useReversible } from '../deeds/use-reversible.ts';
import { useWhose } from '../people/whose.ts';
import { movedTo, resizedTo, stretchAt } from './calendar-events.ts';
import type { TimeGridProps } from './time-grid.tsx';
import { useCalendarRules } from './use-calendar-rules.ts';

type Dragging = Pick<
  CalendarOptions,
  'selectable' | 'selectAllow' | 'eventAllow' | 'select' | 'eventDrop' | 'eventResize'
> & { readonly mayOpen: boolean };

/** Where the calendar tells that something stands. */
interface Standing {
  readonly start: Date | null;
  readonly end: Date | null;
}

/** What drawing, moving and stretching in the calendar does to time. */
export function useDragging({ shown, entries, scale, onEdit }: TimeGridProps): Dragging {
  const { t } = useLingui();
  const { other, right } = useWhose();
  const rules = useCalendarRules(shown.today);
  const act = useReversible();
  const entryOf = (id: string) => entries.find((entry) => entry.id === id);
  const retime = (
    id: string,
    spanOf: (entry: TimeGridProps['entries'][number]) => Span,
    done: string,
  ) => {
    const entry = entryOf(id);
    const deed = entry && retiming(entry, spanOf(entry));
    if (deed != null) act(deed, done);
  };
  return {
    mayOpen: right === 'change' || right === 'locked',
    selectable: rules.mayAdd,
    selectAllow: (span) => rules.takesNew(stretchAt(placesOf(span), scale)),
    eventAllow: (span) => rules.takes(stretchAt(placesOf(span), scale)),
    select: (span) => {
      span.view.calendar.unselect();
      onEdit({ kind: 'new', span: stretchAt(placesOf(span), scale) });
    },
    eventDrop: ({ event, revert }) => {
      retime(event.id, (entry) => movedTo(entry, placesOf(event).start, scale), t`Entry moved`);
      // What is not foreseen stands where it was until the server has agreed.
      if (other !== null) revert();
    },
    eventResize: ({ event, startDelta, revert }) => {
      const moved = startDelta.milliseconds === 0 && startDelta.days === 0 ? 'end' : 'start';
      retime(
        event.id,
        (entry) => resizedTo(entry, placesOf(event), moved, scale),
        t`Entry changed`,
      );
      if (other !== null) revert();
    },
  };
}

function placesOf({ start, end }: Standing): Span {
  return { start: start?.getTime() ?? 0, end: end?.getTime() ?? 0 };
}
