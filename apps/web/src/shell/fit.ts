import type { z } from 'zod';
import { said } from './said.ts';

/** What was typed does not fit; the sentences by the name of their field. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly fields: Readonly<Record<string, string>>;

  constructor(fields: Readonly<Record<string, string>>) {
    super(Object.values(fields).join(' '));
    this.fields = fields;
  }
}

/** Gives back what fits the shape, so that every wrong field is told at once. @throws Unfit */
export function fit<Shape extends z.ZodType>(shape: Shape, typed: z.input<Shape>): z.input<Shape> {
  const parsed = shape.safeParse(typed);
  if (parsed.success) return typed;
  throw new Unfit(
    Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0]), sentence(issue.message)]),
    ),
  );
}

/** Makes the reason of a schema a sentence of its own, e.g. “Must not be empty.” */
export function sentence(reason: string): string {
  const told = said(reason);
  const begun = told.charAt(0).toUpperCase() + told.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
