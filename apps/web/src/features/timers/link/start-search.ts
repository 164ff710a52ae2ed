import { z } from 'zod';

/** A text of an address: what looks like a number, a truth value or more is read as one. */
const words = z.unknown().optional().transform(textOf);

/** What the address of the start screen says: a link, a shortcut, or what a phone shares. */
export const startSearch = z.object({
  /** What somebody wrote into a link, which need not be a task. */
  task: words,
  note: words,
  /** Start what was tracked on last. */
  last: z.boolean().optional().catch(undefined),
  title: words,
  text: words,
  url: words,
});
export type StartSearch = Partial<z.output<typeof startSearch>>;

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
