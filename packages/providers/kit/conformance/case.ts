import type { Subject } from './bench.ts';

/** A whole provider folder: what is in its code, and where it lies. */
export interface ExaminedFolder extends Subject {
  /** Absolute. */
  readonly folder: string;
}

/** One thing that every provider must do. `run` rejects when it does not. */
export interface ConformanceCase {
  readonly name: string;
  readonly run: (subject: ExaminedFolder) => Promise<void>;
}
