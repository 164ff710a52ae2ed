import { firstImport } from './figures/first-import.ts';
import { search } from './figures/search.ts';
import { tracking } from './figures/tracking.ts';
import { unchangedSync } from './figures/unchanged-sync.ts';
import type { Measure } from './pieces/bench.ts';

/** Every budget by the name that `--only` takes, in the order in which they are measured. */
export const figures: Readonly<Record<string, Measure>> = {
  'first-import': firstImport,
  'unchanged-sync': unchangedSync,
  tracking,
  search,
};
