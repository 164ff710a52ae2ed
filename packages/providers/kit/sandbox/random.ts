/** A stream of numbers that is the same for the same seed, so that made-up data can be made again. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number at least 0 and below `limit`. */
  below(limit: number): number;
  /** One of the values, each as likely; @throws RangeError when there are none. */
  pick<Value>(values: readonly Value[]): Value;
}

/** Starts a stream of numbers (mulberry32: small and good enough for made-up data). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('there is nothing to pick from');
      return value;
    },
  };
}
