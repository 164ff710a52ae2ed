import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useCallback } from 'react';
import { branchQuery, type TasksBelow } from '../queries.ts';
import type { Branch } from './flatten.ts';

/** Reads the branches the tree needs, each by itself. */
export function useBranches(
  parents: readonly (TaskId | null)[],
): ReadonlyMap<TaskId | null, Branch> {
  const combine = useCallback(
    (answers: readonly UseQueryResult<TasksBelow>[]) =>
      new Map(parents.map((parent, index) => [parent, branchOf(answers[index])])),
    [parents],
  );
  return useQueries({ queries: parents.map((parent) => branchQuery(parent)), combine });
}

function branchOf(answer: UseQueryResult<TasksBelow> | undefined): Branch {
  if (answer?.data) {
    return { state: 'read', tasks: answer.data.tasks, more: answer.data.next !== null };
  }
  return { state: answer?.isError === true ? 'failed' : 'reading' };
}
