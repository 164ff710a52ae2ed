import { useQuery } from '@tanstack/react-query';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useEffect, useRef } from 'react';
import { taskQuery } from '../queries.ts';
import type { Tree } from './use-tree.ts';

/** Opens the way to the task that the address named when the screen was opened. */
export function useReveal(tree: Tree, opened: TaskId | null): void {
  const { data } = useQuery(taskQuery(opened));
  const done = useRef(opened === null);
  const { seek } = tree.deeds;
  useEffect(() => {
    if (data === undefined || done.current) return;
    done.current = true;
    if (data.archived === null) seek(data);
  }, [data, seek]);
}
