import { Skeleton } from '@mantine/core';

/** Where the lines of a view will be. */
export function LinesSkeleton() {
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
