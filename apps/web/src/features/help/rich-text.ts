/** A piece of a text: plain, strong, or a link. */
export type Piece =
  | { readonly type: 'plain' | 'strong'; readonly words: string }
  | { readonly type: 'link'; readonly words: string; readonly url: string };

const marks = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/g;

/** Reads `**strong words**` and `[links](https://…)` in a text; all else stays as it is written. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: whole, 1: strong, 2: words, 3: url, index } of text.matchAll(marks)) {
    pieces.push({ type: 'plain', words: text.slice(at, index) });
    if (strong !== undefined) pieces.push({ type: 'strong', words: strong });
    else if (words !== undefined && url !== undefined) pieces.push({ type: 'link', words, url });
    at = index + whole.length;
  }
  pieces.push({ type: 'plain', words: text.slice(at) });
  return pieces.filter(({ words }) => words !== '');
}
