import { firstImport } from './figures/first-import.ts';
import { firstLoad } from './figures/first-load.ts';
import { measureLighthouse } from './figures/lighthouse.ts';
import { news } from './figures/news.ts';
import { requests } from './figures/requests.ts';
import { screens } from './figures/screens.ts';
import { search } from './figures/search.ts';
import { secondStart } from './figures/second-start.ts';
import { tracking } from './figures/tracking.ts';
import { unchangedSync } from './figures/unchanged-sync.ts';
import { whileImporting } from './figures/while-importing.ts';
import type { Measure } from './pieces/bench.ts';

/** Every budget by the name that `--only` takes, in the order in which they are measured. */
export const figures: Readonly<Record<string, Measure>> = {
  'first-import': firstImport,
  'unchanged-sync': unchangedSync,
  requests,
  'while-importing': whileImporting,
  tracking,
  search,
  screens,
  news,
  'second-start': secondStart,
  'first-load': firstLoad,
  lighthouse: measureLighthouse,
};
