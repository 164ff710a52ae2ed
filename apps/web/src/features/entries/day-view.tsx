import { Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import type { ReactNode } from 'react';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { timerQuery } from '../timers/queries.ts';
import { useNow } from '../timers/use-elapsed.ts';
import { totalOf } from './day-lines.ts';
import { LinesOfDay } from './lines-of-day.tsx';
import { EmptyDay } from './empty-day.tsx';
import type { Edited } from './entry-drawer.tsx';
import { withRunning } from './entry-lists.ts';
import { dayQuery } from './queries.ts';

interface DayViewProps {
  readonly day: string;
  readonly navigation: ReactNode;
  readonly onEdit: (edited: Edited) => void;
  readonly onAdd: () => void;
}

/** The entries of a day and their total. */
export function DayView({ day, navigation, onEdit, onAdd }: DayViewProps) {
  const stored = useQuery(dayQuery(day));
  const running = useQuery(timerQuery).data?.running ?? null;
  const entries = stored.data && withRunning(stored.data, running, day);
  return (
    <>
      <div className="day-head">
        {navigation}
        {entries && <Total entries={entries} />}
      </div>
      {stored.isPending && <LinesSkeleton />}
      {stored.isLoadingError && (
        <Unexpected error={stored.error} reset={() => void stored.refetch()} />
      )}
      {entries?.length === 0 && <EmptyDay onAdd={onAdd} />}
      {entries !== undefined && entries.length > 0 && (
        <LinesOfDay entries={entries} onEdit={onEdit} />
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
