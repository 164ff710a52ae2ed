/** The middle of some numbers; the mean of the two middle ones when their count is even. */
export function median(numbers: readonly number[]): number {
  return (quantile(numbers, 0.5, Math.floor) + quantile(numbers, 0.5, Math.ceil)) / 2;
}

/** The smallest of the numbers that at least 99 % of them do not exceed. */
export function p99(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  return at(sorted, Math.ceil(sorted.length * 0.99) - 1);
}

function quantile(
  numbers: readonly number[],
  share: number,
  round: (place: number) => number,
): number {
  const sorted = ascending(numbers);
  return at(sorted, round((sorted.length - 1) * share));
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((one, other) => one - other);
}

function at(numbers: readonly number[], place: number): number {
  const found = numbers[place];
  if (found === undefined) throw new RangeError('there is nothing to take the quantile of');
  return found;
}
