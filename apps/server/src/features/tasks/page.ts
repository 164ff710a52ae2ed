import type { TaskId } from '@timegrove/domain/id.ts';

/** Cuts a page off rows of which one more than fits was read; `next` is where to go on, if anywhere. */
export function pageOf<Row extends { readonly id: TaskId }>(
  rows: readonly Row[],
  limit: number,
): { page: readonly Row[]; next: TaskId | null } {
  const page = rows.slice(0, limit);
  return { page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}
