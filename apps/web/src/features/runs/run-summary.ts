import type { Run } from '@timegrove/contract/runs.ts';

/** How a synchronization of several integrations stands, as one thing. */
export type Summary =
  | { readonly state: 'nothing' }
  | {
      readonly state: 'under-way';
      /** Changes made of changes to make, once that is known. */
      readonly progress: { readonly done: number; readonly total: number } | null;
      /** Items read so far. */
      readonly read: number;
    }
  | { readonly state: 'ended'; readonly changes: Changes; readonly problems: readonly string[] };

/** How many tasks were changed, by what happened to them. */
export type Changes = Pick<
  Run['counts'],
  'created' | 'renamed' | 'moved' | 'archived' | 'restored'
>;

/** Sums up runs: under way while one is; ended with the sum of changes and every reason given. */
export function summaryOf(runs: readonly Run[]): Summary {
  if (runs.length === 0) return { state: 'nothing' };
  const open = runs.filter((run) => ['waiting', 'reading', 'applying'].includes(run.state));
  if (open.length > 0) return underWay(open);
  return {
    state: 'ended',
    changes: {
      created: sum(runs, 'created'),
      renamed: sum(runs, 'renamed'),
      moved: sum(runs, 'moved'),
      archived: sum(runs, 'archived'),
      restored: sum(runs, 'restored'),
    },
    problems: runs.flatMap((run) => (run.reason === null ? [] : [run.reason])),
  };
}

function underWay(open: readonly Run[]): Summary {
  const applying = open.filter((run) => run.state === 'applying' && run.progress.total !== null);
  const reading = open.filter((run) => run.state === 'reading');
  const read = reading.reduce((items, run) => items + run.progress.done, 0);
  const done = applying.reduce((changes, run) => changes + run.progress.done, 0);
  const total = applying.reduce((changes, run) => changes + (run.progress.total ?? 0), 0);
  return { state: 'under-way', progress: total > 0 ? { done, total } : null, read };
}

function sum(runs: readonly Run[], what: keyof Changes): number {
  return runs.reduce((total, run) => total + run.counts[what], 0);
}
