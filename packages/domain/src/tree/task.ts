/** Why a task is among the Archived tasks. `with-parent`: because a task above it is. */
export const archivedReasons = [
  'by-hand',
  'with-parent',
  'archived-at-vendor',
  'deleted-at-vendor',
  'completed-at-vendor',
  'absent-at-vendor',
  'not-selected',
  'unlinked',
] as const;
export type ArchivedReason = (typeof archivedReasons)[number];
