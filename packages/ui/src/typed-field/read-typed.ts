/** How a typed text reads: not typed yet, read as a value, or not understood. */
export type Reading<Value> =
  | { readonly state: 'untouched' }
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'unclear' };

/** Reads what was typed; an emptied field counts as untouched. */
export function readTyped<Value>(
  typed: string | null,
  parse: (text: string) => Value | undefined,
): Reading<Value> {
  if (typed === null || typed.trim() === '') return { state: 'untouched' };
  const value = parse(typed);
  return value === undefined ? { state: 'unclear' } : { state: 'read', value };
}
