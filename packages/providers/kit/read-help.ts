import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@timegrove/domain/people/language.ts';

/** The parts that every help page has, in this order, by the names that links use. */
const partNames = ['overview', 'enable', 'track', 'disable'] as const;

/** What the parts are called in each language. */
export const helpTitles: Readonly<Record<Language, readonly string[]>> = {
  en: ['Overview', 'Enable', 'Track time on imported items', 'Disable'],
  de: ['Überblick', 'Aktivieren', 'Zeit auf Importiertem erfassen', 'Deaktivieren'],
  pl: ['Przegląd', 'Włączanie', 'Rejestrowanie czasu na zaimportowanych zadaniach', 'Wyłączanie'],
};

/** One block of a help page. Its text may hold **strong words** and [links](https://vendor.example). */
export type HelpBlock =
  | { readonly type: 'heading' | 'text' | 'note'; readonly text: string }
  | { readonly type: 'list'; readonly items: string[] }
  /** Numbered from `from` on: a picture may stand between two steps. */
  | { readonly type: 'steps'; readonly from: number; readonly items: string[] }
  /** `name` is that of a file `help/<name>.png` in the provider's folder. */
  | { readonly type: 'picture'; readonly name: string; readonly alt: string };

/** One part of a help page. */
export interface HelpPart {
  readonly name: (typeof partNames)[number];
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

/** A help page and the language that it came in. */
export interface Help {
  readonly language: Language;
  readonly parts: readonly HelpPart[];
}

/**
 * Reads the help page of a provider folder, in English where the folder has none in the language.
 * @throws Error that says what is wrong with it
 */
export async function readHelp(folder: string, language: Language = 'en'): Promise<Help> {
  if (language !== 'en' && !existsSync(helpFile(folder, language))) return readHelp(folder);
  const text = await readFile(helpFile(folder, language), 'utf8');
  return { language, parts: parseHelp(text, language) };
}

function helpFile(folder: string, language: Language): string {
  return join(folder, nameOf(language));
}

function nameOf(language: Language): string {
  return language === 'en' ? 'help.md' : `help.${language}.md`;
}

/** The file of a picture in a help page. */
export function pictureFile(folder: string, name: string): string {
  return join(folder, 'help', `${name}.png`);
}

/**
 * Reads a help page: blocks with an empty line between them, parts that begin with `##`.
 * @throws Error that names the first thing which a help page does not have
 */
export function parseHelp(text: string, language: Language = 'en'): readonly HelpPart[] {
  const file = nameOf(language);
  const parts: { title: string; blocks: HelpBlock[] }[] = [];
  for (const chunk of text.trim().split(/\n{2,}/)) {
    const title = /^## (.+)$/.exec(chunk)?.[1];
    const last = parts.at(-1);
    if (title !== undefined) parts.push({ title, blocks: [] });
    else if (last === undefined)
      throw new Error(`${file} begins with “${chunk}”, not with a part.`);
    else last.blocks.push(readBlock(chunk, file));
  }
  const titles = parts.map((part) => part.title).join(', ');
  const needed = helpTitles[language].join(', ');
  if (titles !== needed) throw new Error(`${file} has the parts ${titles}; needed are ${needed}.`);
  const empty = parts.find((part) => part.blocks.length === 0);
  if (empty !== undefined) throw new Error(`${file} says nothing in “${empty.title}”.`);
  return partNames.flatMap((name, at) => {
    const part = parts[at];
    return part === undefined ? [] : { name, ...part };
  });
}

function readBlock(chunk: string, file: string): HelpBlock {
  const lines = chunk.split('\n');
  const heading = /^### (.+)$/.exec(chunk);
  if (heading?.[1] !== undefined) return { type: 'heading', text: heading[1] };
  const picture = /^!\[(.+)\]\(help\/([a-z-]+)\.png\)$/.exec(chunk);
  if (picture?.[1] !== undefined && picture[2] !== undefined)
    return { type: 'picture', alt: picture[1], name: picture[2] };
  const note = after(lines, /^> /);
  if (note !== undefined) return { type: 'note', text: note.join(' ') };
  const list = after(lines, /^- /);
  if (list !== undefined) return { type: 'list', items: list };
  const steps = after(lines, /^\d+\. /);
  if (steps !== undefined) return { type: 'steps', from: Number.parseInt(chunk, 10), items: steps };
  // Whatever else Markdown knows would be shown as it is written.
  if (lines.some((line) => /^(?:[#>|<`]|[-*+] |!\[|\s|\d+\. )/.test(line)))
    throw new Error(`${file} has a block that help pages do not know: “${chunk}”`);
  return { type: 'text', text: lines.join(' ') };
}

/** What follows the mark on each line; undefined when a line has no such mark. */
function after(lines: readonly string[], mark: RegExp): string[] | undefined {
  return lines.every((line) => mark.test(line))
    ? lines.map((line) => line.replace(mark, ''))
    : undefined;
}
