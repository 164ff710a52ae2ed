import type { Selection } from '@timegrove/domain/provider.ts';
import { doubtfulProjectPageSizes, projectPageSize, taskPageSize } from './api.ts';
import type { WorkspaceRow } from './api.ts';
import { workspaceState } from './map.ts';

/** The workspaces that are read: the ticked ones that are still there. */
export function chosenWorkspaces(
  workspaces: Iterable<WorkspaceRow>,
  selection: Selection,
): readonly WorkspaceRow[] {
  const ticked = selection.mode === 'all' ? null : new Set(selection.ids);
  return [...workspaces].filter(
    (row) => workspaceState(row) !== 'deleted' && (ticked?.has(String(row.id)) ?? true),
  );
}

/** How much there is to read in one workspace. */
export interface Extent {
  readonly projects: number;
  /** 0 where the plan has no tasks: that takes one request to see. */
  readonly tasks: number;
}

/** The fewest requests in which the vendor's pages allow a full read of these workspaces. */
export function minimumRequests(workspaces: readonly Extent[]): number {
  const requests = workspaces.map(
    ({ projects, tasks }) =>
      1 + projectRequests(projects) + (projects === 0 ? 0 : taskRequests(tasks)),
  );
  return requests.reduce((total, one) => total + one, 1);
}

// No total is told, so a full page is never known to be the last one; nor is a page of a size by which
// the vendor may have cut ours.
function projectRequests(projects: number): number {
  const isDoubtful = doubtfulProjectPageSizes.includes(projects % projectPageSize);
  return Math.floor(projects / projectPageSize) + 1 + (isDoubtful ? 1 : 0);
}

function taskRequests(tasks: number): number {
  return Math.max(1, Math.ceil(tasks / taskPageSize));
}
