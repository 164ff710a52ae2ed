import { isPage } from './refusal.ts';

/** What the text of a good answer turned out to be. An empty text is the JSON value undefined. */
export type JsonBody =
  | { readonly type: 'json'; readonly body: unknown }
  | { readonly type: 'page' }
  | { readonly type: 'cut-off' }
  | { readonly type: 'other' };

/** Reads JSON and, where it is none, tells a web page and a text that ends too early from the rest. */
export function jsonOf(text: string): JsonBody {
  if (text.trim() === '') return { type: 'json', body: undefined };
  try {
    return { type: 'json', body: JSON.parse(text) };
  } catch {
    if (isPage(text)) return { type: 'page' };
    return { type: endsInside(text) ? 'cut-off' : 'other' };
  }
}

// Inside a string or with brackets still open, more text was meant to come.
function endsInside(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString && sign === '\\') at += 1;
    else if (sign === '"') inString = !inString;
    else if (!inString) depth += depthOf(sign);
  }
  return inString || depth > 0;
}

function depthOf(sign: string | undefined): number {
  if (sign === '{' || sign === '[') return 1;
  return sign === '}' || sign === ']' ? -1 : 0;
}
