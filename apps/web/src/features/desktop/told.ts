import { id } from '@timegrove/contract/fields.ts';
import { z } from 'zod';

const command = z.discriminatedUnion('do', [
  /** Open the search. */
  z.object({ kind: z.literal('command'), do: z.literal('pick') }),
  z.object({ kind: z.literal('command'), do: z.literal('stop') }),
  z.object({ kind: z.literal('command'), do: z.literal('synchronize') }),
  z.object({ kind: z.literal('command'), do: z.literal('start'), task: id('task') }),
]);

const told = z.union([
  command,
  z.object({ kind: z.literal('connected') }),
  z.object({ kind: z.literal('disconnected') }),
  z.object({ kind: z.literal('not-connected'), reason: z.string() }),
]);

/** What the desktop app tells a page, besides what it does in place of a browser. */
export type Told = z.output<typeof told>;

/** Hears what the desktop app tells, until the returned function is called. */
export function hearDesktop(listener: (told: Told) => void): (() => void) | undefined {
  return window.timegroveDesktop?.hear((message) => {
    const heard = told.safeParse(message);
    if (heard.success) listener(heard.data);
  });
}
