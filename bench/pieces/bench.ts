import type { Figure } from './figure.ts';
import type { Scratch } from './scratch.ts';

/** What every figure is measured with. */
export interface Bench {
  readonly scratch: Scratch;
  /** Says something beside the figures, for people. */
  readonly note: (text: string) => void;
}

/** Measures one budget, which may be told by several figures. */
export type Measure = (bench: Bench) => Promise<Figure[]>;
