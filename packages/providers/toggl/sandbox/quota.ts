import type { CallsLeft } from './answers.ts';

/** Counts the calls of an hour, each organization by itself and those about the person apart [D]. */
export interface HourlyCalls {
  /** Counts one call; null where none is left. */
  spend(key: string, total: number): CallsLeft | null;
  /** Seconds until the hour of a key begins anew. */
  resetsIn(key: string): number;
  clear(): void;
}

const hour = 3600;

/** Makes the count. Where it does not hold, every answer tells of a quota that is hardly used. */
export function createHourlyCalls(now: () => Date, holds: boolean): HourlyCalls {
  const spent = new Map<string, { readonly since: number; calls: number }>();
  const seconds = () => Math.floor(now().getTime() / 1000);

  // The hour begins with the first call in it.
  function current(key: string) {
    const known = spent.get(key);
    if (known !== undefined && seconds() < known.since + hour) return known;
    const fresh = { since: seconds(), calls: 0 };
    spent.set(key, fresh);
    return fresh;
  }

  const resetsIn = (key: string) => current(key).since + hour - seconds();
  return {
    resetsIn,
    spend(key, total) {
      const count = current(key);
      if (!holds) return { left: total - 1, resetsIn: hour };
      if (count.calls >= total) return null;
      count.calls += 1;
      return { left: total - count.calls, resetsIn: resetsIn(key) };
    },
    clear: () => spent.clear(),
  };
}
