import type { Entry } from '@timegrove/contract/entries.ts';
import { formatElapsed } from '@timegrove/domain/time/duration.ts';

/** What runs and for how many full minutes, e.g. `0:42 Design – Timegrove`. */
export function tabTitle(
  { task, startedAt }: Pick<Entry, 'task' | 'startedAt'>,
  { now, noTask }: { readonly now: number; readonly noTask: string },
): string {
  const elapsed = formatElapsed(Date.parse(startedAt), now).replace(/:\d\d$/, '');
  return `${elapsed} ${task?.name ?? noTask} – Timegrove`;
}
