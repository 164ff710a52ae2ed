import { ProviderFailure } from '@timegrove/domain/provider.ts';
import { noteItems, type Lookup } from '@timegrove/domain/tree/lookup.ts';
import { missingItems } from '@timegrove/domain/tree/missing.ts';
import type { Work } from './engine.ts';
import type { ReportProgress } from './progress.ts';
import type { Read } from './read-vendor.ts';
import type { CountingTools } from './vendor-access.ts';

/**
 * Has the provider look again for what is missing, where something that moved meanwhile could have
 * been missed, before it is taken for gone. Where it cannot look, nothing of that kind is gone.
 * @throws ProviderFailure `unauthorized` and `rate-limited`
 */
export async function recheckMissing(
  { provider }: Work,
  tools: CountingTools,
  lookup: Lookup,
  read: Read,
  progress: ReportProgress,
): Promise<Read> {
  if (provider.recheck === undefined) return read;
  const missing = missingItems(provider.levels, lookup, read.complete);
  if (missing.length === 0) return read;
  const seen = lookup.seen.flatMap(({ item }) => item ?? []);
  try {
    for await (const items of provider.recheck(tools, tools.credential(), missing, seen)) {
      noteItems(lookup, items);
      await progress(lookup.seen.length, tools.spent());
    }
    return { ...read, spent: tools.spent() };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { failure } = error;
    if (failure.word === 'unauthorized' || failure.word === 'rate-limited') throw error;
    const kinds = new Set(missing.map(({ kind }) => kind));
    const gaps = [...kinds].map((kind) => ({
      area: { kind, below: 'everywhere' as const },
      failure,
    }));
    return {
      ...read,
      complete: read.complete.filter(({ kind }) => !kinds.has(kind)),
      gaps: [...read.gaps, ...gaps],
      spent: tools.spent(),
    };
  }
}
