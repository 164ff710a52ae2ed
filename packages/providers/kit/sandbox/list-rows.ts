import type { Fault } from './faults.ts';

/** What a request asks of a list; pages count from 1. */
export interface RowsAsked {
  readonly page: number;
  readonly size: number;
}

/** The rows of one page, the size really used, and whether more follow. */
export interface RowsGiven<Row> {
  readonly rows: readonly Row[];
  readonly size: number;
  readonly more: boolean;
}

/** Cuts one page out of a list, as the faults that strike let it. */
export function listRows<Row>(
  all: readonly Row[],
  asked: RowsAsked,
  faults: readonly Fault[],
): RowsGiven<Row> {
  const cap = faults.find((fault) => fault.kind === 'page-cap');
  const size = cap === undefined ? asked.size : Math.min(asked.size, cap.rows);
  const start = (asked.page - 1) * size;
  const rows = asked.page > 1 ? disturbed(all, size, faults) : all;
  return { rows: rows.slice(start, start + size), size, more: start + size < all.length };
}

// Both happen after the first page was read: some rows come twice then, and others never.
function disturbed<Row>(
  all: readonly Row[],
  size: number,
  faults: readonly Fault[],
): readonly Row[] {
  const kinds = new Set(faults.map((fault) => fault.kind));
  const half = Math.max(1, Math.floor(size / 2));
  if (kinds.has('reorder')) return [...all.slice(-half), ...all.slice(0, -half)];
  if (kinds.has('move')) return [...all.slice(1), ...all.slice(0, 1)];
  return all;
}
