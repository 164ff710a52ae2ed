import type { PluginState } from '@timegrove/contract/native-plugin.ts';

/** A button on the page. */
export interface Spot {
  /** What it is for: a vendor's item, or free work that only has a note. */
  question: Readonly<Record<string, string>>;
  /** What the server said, if it did. */
  state?: Partial<PluginState> | undefined;
  /** When the timer on this began, by this computer's clock, in milliseconds. */
  since?: number | false | undefined;
  /** Whether what was asked for is not confirmed yet. */
  busy?: boolean;
  /** The sentence with which the server refused the last press. */
  problem?: string | undefined;
  readonly show: () => void;
}
