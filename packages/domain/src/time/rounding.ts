import { minute } from './span.ts';

/** A length in milliseconds rounded to the nearest step, half up; a step of 0 leaves it as it is. */
export function roundDuration(duration: number, stepMinutes: number): number {
  const step = stepMinutes * minute;
  return step === 0 ? duration : Math.round(duration / step) * step;
}
