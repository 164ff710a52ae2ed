import type { Subject } from './bench.ts';

/** One thing that every provider must do. `run` rejects when it does not. */
export interface ConformanceCase {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}
