import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Area, Failure, Item, Pulled } from '@timegrove/domain/provider.ts';
import type { Page } from './paging.ts';

/** One list of the vendor and the areas of the tree that it proves when it was read whole. */
export interface AreaReading<Row> {
  readonly pages: AsyncIterable<Page<Row>>;
  readonly areas: readonly Area[];
  readonly idOf: (row: Row) => string | number;
  /** Turns rows into items; rows that are not wanted may be left out. */
  readonly items: (rows: readonly Row[]) => readonly Item[];
  /** Everything else hangs on this list: if not even its first page comes, the pull fails. */
  readonly root?: boolean;
  /** Asked at the end: a reason why the list, though read to its end, proves nothing. */
  readonly gap?: () => Failure | null;
}

/** What a list is whose rows changed places while it was read: something may have slipped through. */
export const changedWhileRead: Failure = {
  word: 'unreachable',
  reason: 'the list changed while it was being read',
};

/**
 * Reads one list into items, then says `complete` or `incomplete` for its areas. A row that comes
 * twice proves that the order changed between two pages, so another row may not have come at all.
 * Returns whether the list was read whole.
 * @throws ProviderFailure `unauthorized` and `rate-limited`, which end the whole pull
 */
export async function* readArea<Row>(
  reading: AreaReading<Row>,
): AsyncGenerator<Pulled, boolean, void> {
  const seen = new Set<string | number>();
  let rows = 0;
  let pagesRead = 0;
  let failure: Failure | null = null;
  try {
    for await (const page of reading.pages) {
      const fresh = page.rows.filter((row) => !seen.has(reading.idOf(row)));
      for (const row of fresh) seen.add(reading.idOf(row));
      rows += page.rows.length;
      pagesRead += 1;
      yield { type: 'items', items: reading.items(fresh) };
    }
    failure = (rows > seen.size ? changedWhileRead : null) ?? reading.gap?.() ?? null;
  } catch (error) {
    failure = failureToReport(error, reading.root === true && pagesRead === 0);
  }
  yield* verdicts(reading.areas, failure);
  return failure === null;
}

function failureToReport(error: unknown, endsPull: boolean): Failure {
  if (!(error instanceof ProviderFailure) || endsPull) throw error;
  const { failure } = error;
  if (failure.word === 'unauthorized' || failure.word === 'rate-limited') throw error;
  return failure;
}

function* verdicts(areas: readonly Area[], failure: Failure | null): Generator<Pulled, void, void> {
  for (const area of areas)
    yield failure === null ? { type: 'complete', area } : { type: 'incomplete', area, failure };
}
