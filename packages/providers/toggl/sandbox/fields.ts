import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import { ApiError } from './answers.ts';

/** The new name in a body, or undefined. @throws ApiError 400 when it is empty */
export function nameIn(call: ApiCall, kind: string): string | undefined {
  const value = call.body['name'];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new ApiError(400, `${kind} name cannot be empty`);
}

/** The name that something new must have. @throws ApiError 400 */
export function newName(call: ApiCall, kind: string): string {
  const name = nameIn(call, kind);
  if (name === undefined) throw new ApiError(400, `${kind} name cannot be empty`);
  return name;
}

/** A yes or no of a body, or undefined. */
export function flagIn(call: ApiCall, field: string): boolean | undefined {
  const value = call.body[field];
  return typeof value === 'boolean' ? value : undefined;
}

/** The rows that a list gives by `since`: those changed from then on, and what was deleted. */
export function changedSince<Row extends { readonly at: string }>(
  rows: readonly Row[],
  deleted: readonly Row[],
  since: number | null,
): readonly Row[] {
  if (since === null) return rows;
  return [...rows, ...deleted].filter(({ at }) => Date.parse(at) >= since * 1000);
}

/** Tells whether a row is wanted by `active`: true, false, or anything else for both. */
export function isWanted(active: boolean, wanted: string | null): boolean {
  if (wanted === 'true') return active;
  return wanted === 'false' ? !active : true;
}
