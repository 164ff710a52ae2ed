import { Skeleton } from '@mantine/core';
import './frame-skeleton.css';

/** The outline of the app while the first answer is on its way. */
export function FrameSkeleton() {
  return (
    <div className="frame-skeleton" aria-busy="true">
      <Skeleton height={34} radius="sm" />
      <Skeleton height={28} width="40%" radius="sm" />
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} height={48} radius="sm" />
      ))}
    </div>
  );
}
