import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const mantine = /\/@mantine\/core\/esm\//;
/** The file beside a component that knows the names of its classes. */
const namesOfClasses = /\/(\w+)\.module\.mjs$/;
const everything = '@mantine/core/styles.layer.css';
const always = '@mantine/core/styles/global.layer.css';

/**
 * Lets each of Mantine's components bring its own style into the build, so that a screen loads the
 * styles of what it shows and no other, and none can be forgotten. While developing all are there.
 */
export function componentStyles(): Plugin {
  return {
    name: 'timegrove-component-styles',
    config: (_, { command }) =>
      command === 'serve' ? { resolve: { alias: { [always]: everything } } } : null,
    transform(code, id) {
      if (!mantine.test(id) || !namesOfClasses.test(id)) return null;
      return { code: `${stylesFor(id).map(importOf).join('')}${code}`, map: null };
    },
  };
}

function importOf(name: string): string {
  return `import '@mantine/core/styles/${name}.layer.css';\n`;
}

/**
 * The styles that a component needs, with those of the components it is made of, in the order in which
 * Mantine has them: later ones change earlier ones. @param path of the file with its classes' names
 */
export function stylesFor(path: string): readonly string[] {
  const found = new Set<string>();
  const visit = (from: string): void => {
    if (found.has(from)) return;
    found.add(from);
    partsOf(from).forEach(visit);
  };
  visit(path);
  return [...found].map(nameOf).sort((one, other) => placeOf(one) - placeOf(other));
}

function nameOf(path: string): string {
  return namesOfClasses.exec(path)?.[1] ?? '';
}

const whole = readFileSync(fileURLToPath(import.meta.resolve(everything)), 'utf8');

/** Where the style of a component stands in the style of all. */
function placeOf(name: string): number {
  const style = import.meta.resolve(`@mantine/core/styles/${name}.layer.css`);
  const [first = ''] = /\.m_\w+/.exec(readFileSync(fileURLToPath(style), 'utf8')) ?? [];
  return whole.indexOf(first);
}

/** Which other components the files of a component use, by the same kind of file. */
function partsOf(path: string): string[] {
  const folder = dirname(path);
  const used = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/ from "(?:\.\.\/)+([\w/]+)\//g),
    ])
    .map(([, part = '']) => part.split('/').at(-1) ?? '');
  const esm = path.slice(0, path.indexOf('/esm/') + 5);
  return [...new Set(used)]
    .flatMap((name) => [
      `${esm}components/${name}/${name}.module.mjs`,
      `${esm}utils/${name}/${name}.module.mjs`,
    ])
    .filter((file) => existsSync(file));
}
