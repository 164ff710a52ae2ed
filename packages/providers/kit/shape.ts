import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { z } from 'zod';

/**
 * Reads a body in the form that the schema says; fields it does not know are let be.
 * @param where what was read, as `GET /tasks`; it begins the path of the failure
 * @throws ProviderFailure `changed-shape` with the path of the first wrong field
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  where: string,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw changedShape(`${where} ${pathOf(first?.path ?? [])} (${first?.message ?? 'unknown'})`);
}

/** The failure of an answer whose form is not known; `path` says where, and never holds a value. */
export function changedShape(path: string): ProviderFailure {
  return new ProviderFailure({ word: 'changed-shape', path });
}

function pathOf(steps: readonly PropertyKey[]): string {
  if (steps.length === 0) return 'as a whole';
  return steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
