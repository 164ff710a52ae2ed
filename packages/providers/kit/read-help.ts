import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts that every help page has, in this order. */
export const helpParts = ['Overview', 'Enable', 'Track time on imported items', 'Disable'] as const;

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
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

/** Reads the help page of a provider folder. @throws Error that says what is wrong with `help.md` */
export async function readHelp(folder: string): Promise<readonly HelpPart[]> {
  return parseHelp(await readFile(join(folder, 'help.md'), 'utf8'));
}

/** The file of a picture in a help page. */
export function pictureFile(folder: string, name: string): string {
  return join(folder, 'help', `${name}.png`);
}

/**
 * Reads a help page: blocks with an empty line between them, parts that begin with `##`.
 * @throws Error that names the first thing which a help page does not have
 */
export function parseHelp(text: string): readonly HelpPart[] {
  const parts: { title: string; blocks: HelpBlock[] }[] = [];
  for (const chunk of text.trim().split(/\n{2,}/)) {
    const title = /^## (.+)$/.exec(chunk)?.[1];
    const last = parts.at(-1);
    if (title !== undefined) parts.push({ title, blocks: [] });
    else if (last === undefined)
      throw new Error(`help.md begins with “${chunk}”, not with a part.`);
    else last.blocks.push(readBlock(chunk));
  }
  const titles = parts.map((part) => part.title).join(', ');
  if (titles !== helpParts.join(', '))
    throw new Error(`help.md has the parts ${titles}; needed are ${helpParts.join(', ')}.`);
  const empty = parts.find((part) => part.blocks.length === 0);
  if (empty !== undefined) throw new Error(`help.md says nothing in “${empty.title}”.`);
  return parts;
}

function readBlock(chunk: string): HelpBlock {
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
    throw new Error(`help.md has a block that help pages do not know: “${chunk}”`);
  return { type: 'text', text: lines.join(' ') };
}

/** What follows the mark on each line; undefined when a line has no such mark. */
function after(lines: readonly string[], mark: RegExp): string[] | undefined {
  return lines.every((line) => mark.test(line))
    ? lines.map((line) => line.replace(mark, ''))
    : undefined;
}
