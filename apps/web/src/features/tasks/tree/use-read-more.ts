import { useQueryClient } from '@tanstack/react-query';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useCallback, useRef } from 'react';
import { readMore } from '../queries.ts';

const pauseAfterFailure = 3000;

/** Reads on in branches, one page of a branch at a time; what fails is tried again a little later. */
export function useReadMore(): (parent: TaskId | null) => void {
  const client = useQueryClient();
  const busy = useRef(new Set<TaskId | null>());
  return useCallback(
    (parent) => {
      if (busy.current.has(parent)) return;
      busy.current.add(parent);
      const free = (): void => void busy.current.delete(parent);
      void readMore(client, parent).then(free, () => setTimeout(free, pauseAfterFailure));
    },
    [client],
  );
}
