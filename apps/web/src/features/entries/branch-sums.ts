import type { Entry } from '@timegrove/contract/entries.ts';
import { totalOf } from './day-lines.ts';

/** How much was tracked below one of the tasks at the top of the tree. */
export interface BranchSum {
  /** The name of the branch; null: without a task. */
  readonly branch: string | null;
  readonly color: string | null;
  /** Milliseconds. */
  readonly total: number;
}

/** The sums of the branches that entries are on, the largest first. @param now ends what still runs */
export function branchSums(entries: readonly Entry[], now: number): readonly BranchSum[] {
  const branches = Map.groupBy(entries, ({ task }) => task && (task.path[0] ?? task.name));
  return [...branches]
    .map(([branch, ofBranch]) => ({
      branch,
      color: ofBranch.find(({ task }) => task?.color != null)?.task?.color ?? null,
      total: totalOf(ofBranch, now),
    }))
    .sort((a, b) => b.total - a.total);
}
