import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { useArrived } from '../../shell/use-arrived.ts';
import { useWhose } from './people/whose.ts';
import { LinesSkeleton } from './lines-skeleton.tsx';
import { LinesOfDay } from './lines-of-day.tsx';
import { EmptyDay } from './empty-day.tsx';
import type { TimesheetViewProps } from './view-props.ts';
import { DaySums } from './day-sums.tsx';
import { BulkBar } from './selection/bulk-bar.tsx';
import { useSelection } from './selection/use-selection.ts';
import { useShownEntries } from './use-shown-entries.ts';
import { ViewHead } from './view-head.tsx';

interface DayViewProps extends TimesheetViewProps {
  readonly onAdd: () => void;
}

/** The entries of a day and their total. */
export function DayView({ shown: { day }, navigation, onEdit, onAdd }: DayViewProps) {
  const { entries: known, stored } = useShownEntries(day);
  const entries = useArrived(known);
  const selection = useSelection(entries ?? []);
  const { mayAdd } = useWhose();
  return (
    <>
      <ViewHead navigation={navigation} entries={entries} />
      {entries === undefined && <LinesSkeleton />}
      {stored.isLoadingError && (
        <Unexpected error={stored.error} reset={() => void stored.refetch()} />
      )}
      {stored.isSuccess && entries?.length === 0 && <EmptyDay onAdd={mayAdd ? onAdd : undefined} />}
      {selection.entries.length > 0 ? (
        <BulkBar selection={selection} />
      ) : (
        <DaySums entries={entries ?? []} />
      )}
      {entries !== undefined && entries.length > 0 && (
        <LinesOfDay entries={entries} selection={selection} onEdit={onEdit} />
      )}
    </>
  );
}
