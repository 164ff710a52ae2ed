import { Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import type { ReactNode } from 'react';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { useWhose } from './people/whose.ts';
import { useNow } from '../timers/use-elapsed.ts';
import { totalOf } from './day-lines.ts';
import { LinesOfDay } from './lines-of-day.tsx';
import { EmptyDay } from './empty-day.tsx';
import type { Edited } from './entry-drawer.tsx';
import { DaySums } from './day-sums.tsx';
import { BulkBar } from './selection/bulk-bar.tsx';
import { useSelection } from './selection/use-selection.ts';
import { useShownEntries } from './use-shown-entries.ts';

interface DayViewProps {
  readonly day: string;
  readonly navigation: ReactNode;
  readonly onEdit: (edited: Edited) => void;
  readonly onAdd: () => void;
}

/** The entries of a day and their total. */
export function DayView({ day, navigation, onEdit, onAdd }: DayViewProps) {
  const { entries, stored } = useShownEntries(day);
  const selection = useSelection(entries ?? []);
  const { mayAdd } = useWhose();
  return (
    <>
      <div className="day-head">
        {navigation}
        {entries && <Total entries={entries} />}
      </div>
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

function Total({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const now = useNow(entries.some((entry) => entry.stoppedAt === null));
  const total = formatDuration(totalOf(entries, now));
  return (
    <div className="day-total" title={t`Total`}>
      <span className="wide-only">{t`Total`}</span>
      <strong className="numbers">{total}</strong>
    </div>
  );
}

function LinesSkeleton() {
  return (
    <div className="day-lines" aria-busy="true">
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="entry">
          <Skeleton height={34} />
        </div>
      ))}
    </div>
  );
}
