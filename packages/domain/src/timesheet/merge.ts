import type { TagId, TaskId } from '../id.ts';
import { DomainError } from '../rule.ts';
import { durationOf, joinSpans, type Span } from '../time/span.ts';

/** What merging needs to know of a finished entry. */
export interface Part {
  readonly span: Span;
  readonly taskId: TaskId | null;
  readonly note: string;
  readonly tagIds: readonly TagId[];
}

/** What the first of the entries becomes. */
export interface Merged {
  readonly span: Span;
  readonly taskId: TaskId | null;
  /** What was said, once each, in the order of time. */
  readonly note: string;
  readonly tagIds: readonly TagId[];
  /** How much of it was tracked before, in milliseconds; what overlapped counts once. */
  readonly tracked: number;
}

/** What the person has said about a merge. */
export interface MergeWish {
  /** Undefined: the one task that all are on. */
  readonly taskId?: TaskId | null | undefined;
  readonly fillGaps: boolean;
}

/**
 * Joins entries of one member into one, from the first start to the last end.
 * @param parts by start, at least one
 * @throws DomainError merge-different-tasks | merge-over-gap
 */
export function planMerge(parts: readonly [Part, ...Part[]], wish: MergeWish): Merged {
  const [first] = parts;
  if (wish.taskId === undefined && parts.some((part) => part.taskId !== first.taskId)) {
    throw new DomainError('merge-different-tasks');
  }
  const spans = parts.map((part) => part.span);
  const span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const tracked = joinSpans(spans).reduce((sum, joined) => sum + durationOf(joined), 0);
  if (tracked < durationOf(span) && !wish.fillGaps) throw new DomainError('merge-over-gap');
  return {
    span,
    taskId: wish.taskId === undefined ? first.taskId : wish.taskId,
    note: [...new Set(parts.map((part) => part.note.trim()))].filter(Boolean).join('; '),
    tagIds: [...new Set(parts.flatMap((part) => part.tagIds))],
    tracked,
  };
}
