import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The path of something in this repository. */
export function inRoot(...parts) {
  return join(root, ...parts);
}
