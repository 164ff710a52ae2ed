import { z } from 'zod';

/** The form of an act in the control API. */
export const actShape = z.strictObject({
  do: z.enum([
    'create',
    'rename',
    'move',
    'complete',
    'reopen',
    'archive',
    'trash',
    'restore',
    'delete',
  ]),
  kind: z.string(),
  /** What it is done to; not needed to create. */
  id: z.string().optional(),
  /** The name to create with or to rename to. */
  name: z.string().trim().min(1).max(2000).optional(),
  /** Where to create or to move to: the id of the thing above. */
  parent: z.string().optional(),
  /** Whose data; the demo account's unless told. */
  account: z.string().optional(),
});

/** What a person at the vendor does to one thing. */
export type Act = z.output<typeof actShape>;

/** What was asked of the sandbox cannot be done; the message says why. */
export class SandboxRefusal extends Error {}

/** The name that an act brings along. @throws SandboxRefusal when it brings none */
export function nameIn(it: Act): string {
  if (it.name === undefined) throw new SandboxRefusal(`To ${it.do} a ${it.kind} takes a name.`);
  return it.name;
}

/** What an act needs, if it is there. @throws SandboxRefusal when it is not */
export function found<Row>(row: Row | undefined, it: Act): Row {
  if (row === undefined)
    throw new SandboxRefusal(`What is needed to ${it.do} this ${it.kind} does not exist.`);
  return row;
}

/** Says that the vendor has no such act for a thing of this kind. */
export function cannot(it: Act): SandboxRefusal {
  return new SandboxRefusal(`A ${it.kind} cannot be made to ${it.do}.`);
}
