/** One measured figure beside its budget. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number;
  /** Whether the value may stay below the budget, may be above it, or must be that very number. */
  readonly rule: 'at most' | 'at least' | 'exactly';
  readonly holds: boolean;
}

/** A figure that must not be above its budget. */
export function atMost(name: string, value: number, unit: string, budget: number): Figure {
  return { name, value, unit, budget, rule: 'at most', holds: value <= budget };
}

/** A figure that must not be below its budget. */
export function atLeast(name: string, value: number, unit: string, budget: number): Figure {
  return { name, value, unit, budget, rule: 'at least', holds: value >= budget };
}

/** A figure that must be its budget and nothing else. */
export function exactly(name: string, value: number, unit: string, budget: number): Figure {
  return { name, value, unit, budget, rule: 'exactly', holds: value === budget };
}

/** Says a figure in one line of words. */
export function inWords({ name, value, unit, budget, rule, holds }: Figure): string {
  const verdict = holds ? 'holds' : 'missed';
  return `${name}: ${rounded(value)} ${unit} (budget ${rule} ${rounded(budget)} ${unit}, ${verdict})`;
}

/** Says a figure as one line of JSON. */
export function inJson({ name, value, unit, budget, holds }: Figure): string {
  return JSON.stringify({ name, value: rounded(value), unit, budget, holds });
}

function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}
