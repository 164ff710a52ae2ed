import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** The script behind a program of an installed package, to be run by the Node of our choice. */
export function binOf(packageName, program = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return `${folder}/${typeof bin === 'string' ? bin : bin[program]}`;
}
