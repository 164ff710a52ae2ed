import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The picture of the house as a test: who may import whom (DESIGN: all arrows point down), where the
 * names of vendors may stand, and which names no folder or file may have.
 */

type Box =
  | 'domain'
  | 'contract'
  | 'providers'
  | 'ui'
  | 'server'
  | 'web'
  | 'extension'
  | 'desktop'
  | 'sandbox';

const boxes: Readonly<Record<Box, { folder: string; knows: string; mayImport: readonly Box[] }>> = {
  domain: { folder: 'packages/domain/', knows: 'what things are', mayImport: [] },
  contract: {
    folder: 'packages/contract/',
    knows: 'what can be said over HTTP',
    mayImport: ['domain'],
  },
  providers: {
    folder: 'packages/providers/',
    knows: "how other people's tools look",
    mayImport: ['domain'],
  },
  ui: {
    folder: 'packages/ui/',
    knows: 'the controls that web and extension show',
    mayImport: ['domain', 'contract'],
  },
  server: {
    folder: 'apps/server/',
    knows: 'storage, accounts, jobs, features',
    mayImport: ['domain', 'contract', 'providers'],
  },
  web: { folder: 'apps/web/', knows: 'screens', mayImport: ['domain', 'contract', 'ui'] },
  extension: {
    folder: 'apps/extension/',
    knows: "buttons on vendors' pages",
    mayImport: ['domain', 'contract', 'ui', 'providers'],
  },
  desktop: {
    folder: 'apps/desktop/',
    knows: 'what a desktop has and a page has not',
    mayImport: ['domain', 'contract'],
  },
  sandbox: {
    folder: 'apps/sandbox/',
    knows: "every provider's simulator",
    mayImport: ['domain', 'providers'],
  },
};
const boxNames = Object.keys(boxes).filter((name): name is Box => name in boxes);

const skipped = new Set([
  'node_modules',
  'dist',
  'data',
  '.git',
  '.cache',
  '.wxt',
  'screenshots',
  'locales',
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const files = filesBelow('.').map((path) => relative('.', path));
const sources = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

interface Import {
  readonly from: string;
  readonly what: string;
}
const imports: Import[] = sources.flatMap((from) =>
  [
    ...readFileSync(from, 'utf8').matchAll(
      /^\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
    ),
  ].map(([, named, dynamic, bare]) => ({ from, what: named ?? dynamic ?? bare ?? '' })),
);

function boxOf(path: string): Box | undefined {
  return boxNames.find((name) => path.startsWith(boxes[name].folder));
}

/** The box that an import leads into; undefined for a library or the same box. */
function target({ from, what }: Import): Box | undefined {
  if (what.startsWith('@timegrove/')) return boxNames.find((name) => what.split('/')[1] === name);
  return what.startsWith('.') ? boxOf(join(from, '..', what)) : undefined;
}

describe('the boxes', () => {
  it('have been read: a check over nothing would pass silently', () => {
    expect(imports.length).toBeGreaterThan(800);
    expect(imports.filter((one) => target(one) !== undefined).length).toBeGreaterThan(400);
  });

  it.each(boxNames)('%s imports only what the table allows', (name) => {
    const wrong = imports
      .filter(({ from }) => boxOf(from) === name)
      .flatMap((one) => {
        const into = target(one);
        if (into === undefined || into === name || boxes[name].mayImport.includes(into)) return [];
        return `${one.from} imports ${one.what}: ${name} knows ${boxes[name].knows} and may import ${boxes[name].mayImport.join(', ') || 'nothing'}`;
      });
    expect(wrong).toEqual([]);
  });

  it('the extension knows of a provider only how its pages look', () => {
    const wrong = imports.filter(
      (one) =>
        boxOf(one.from) === 'extension' &&
        target(one) === 'providers' &&
        !/\/[a-z-]+\/page\.ts$/.test(one.what),
    );
    expect(wrong).toEqual([]);
  });

  it('nobody imports from apps/', () => {
    const wrong = imports.filter((one) => {
      const [into, mine] = [target(one), boxOf(one.from)];
      return (
        into !== undefined &&
        boxes[into].folder.startsWith('apps/') &&
        into !== mine &&
        mine !== undefined
      );
    });
    expect(wrong).toEqual([]);
  });

  it('the domain has no dependency but the Temporal polyfill', () => {
    const wrong = imports.filter(
      ({ from, what }) =>
        boxOf(from) === 'domain' &&
        !from.endsWith('.test.ts') &&
        !/^(\.|temporal-polyfill$)/.test(what),
    );
    expect(wrong).toEqual([]);
  });

  it('the environment is handed in where a process of the server begins', () => {
    const readers = sources.filter(
      (path) =>
        boxOf(path) === 'server' &&
        !path.includes('/testing/') &&
        !path.endsWith('.test.ts') &&
        readFileSync(path, 'utf8').includes('process.env'),
    );
    expect(readers.map((path) => basename(path))).toEqual(['main.ts', 'main.ts']);
  });
});

describe('providers', () => {
  const providerIds = readdirSync('packages/providers', { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        entry.name !== 'kit' &&
        entry.name !== 'node_modules' &&
        !entry.name.startsWith('_'),
    )
    .map(({ name }) => name);

  it('are named nowhere outside their own folder', () => {
    expect(names('const togglProvider', 'toggl')).toBe(true);
    expect(names('toggle the button', 'toggl')).toBe(false);
    expect(providerIds.length).toBeGreaterThan(0);
    const elsewhere = sources.filter(
      (path) =>
        !path.startsWith('packages/providers/') &&
        !/\.test\.tsx?$/.test(path) &&
        !/^(e2e|bench|architecture)/.test(path) &&
        !path.includes('/testing/'),
    );
    expect(elsewhere.length).toBeGreaterThan(200);
    const wrong = elsewhere.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return providerIds.filter((id) => names(text, id)).map((id) => `${path} names ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  it('do not know each other', () => {
    const wrong = imports.filter(({ from, what }) => {
      const own = from.match(/^packages\/providers\/([^/]+)\//)?.[1];
      return (
        own !== undefined &&
        own !== 'kit' &&
        providerIds.some((id) => id !== own && what.includes(`/${id}/`))
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('names', () => {
  const forbidden = /^(shared|common|utils?|helpers?|core|base|managers?|services?)(\.|$)/;

  it('say what a thing knows', () => {
    const wrong = sources.filter((path) => path.split('/').some((part) => forbidden.test(part)));
    expect(wrong).toEqual([]);
  });

  it('are kebab-case', () => {
    const wrong = sources.filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(basename(path)),
    );
    expect(wrong).toEqual([]);
  });
});

// An ordinary word may begin as a name does; a name inside camelCase ends before a capital letter.
function names(text: string, id: string): boolean {
  const anyCase = id.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return new RegExp(`${anyCase}(?![a-z])`).test(text);
}
