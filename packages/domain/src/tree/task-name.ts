/** The longest name a task can have, in UTF-16 code units. */
export const taskNameLimit = 1000;

// Control and bidirectional-override characters could hide or reorder what stands around a name.
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Makes a name safe to store and show: no control characters, single spaces, well-formed Unicode. */
export function cleanName(raw: string): string {
  return raw
    .toWellFormed()
    .replace(unseen, ' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/** The name that a task gets from an item: as the vendor has it, cut to the limit, never empty. */
export function importedName(raw: string): string {
  const name = cleanName(raw);
  if (name === '') return '(no name)';
  return name.length <= taskNameLimit
    ? name
    : `${cleanName(name.slice(0, taskNameLimit - 1).toWellFormed())}…`;
}
