import type { ReactNode } from 'react';
import type { Edited } from './entry-drawer.tsx';
import type { ShownDay } from './use-day.ts';

/** What every way to look at a timesheet is given. */
export interface TimesheetViewProps {
  readonly shown: ShownDay;
  readonly navigation: ReactNode;
  readonly onEdit: (edited: Edited) => void;
}
