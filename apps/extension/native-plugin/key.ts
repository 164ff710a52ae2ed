import { base64url } from './say.ts';
import { server } from './server.ts';

/** What this page's origin shows to be let in; made here, and of no use before a member allowed it. */
export interface Key {
  readonly id: string;
  readonly secret: string;
  /** What the member sees in the window in which it is allowed. */
  readonly code?: string | undefined;
}

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** Makes an id that nobody else makes: a UUIDv7. */
export function newId(): string {
  const bytes = Array.from(random(9), (byte) => (byte + 256).toString(16).slice(1));
  const hex = `0${Date.now().toString(16)}${bytes.join('')}`;
  return hex.replace(/(.{8})(.{4})(.{3})(.{3})/, '$1-$2-7$3-8$4-');
}

/** Makes the secret of a key, in the form of every token. */
export function newSecret(): string {
  return `tg_${base64url(random(32))}`;
}

/** Under which name the key lies in the storage of the page's origin. */
const nameOfKey = `timegrove-native-plugin ${server}`;

/** The key that lies there. */
export function readKey(): Key | undefined {
  try {
    return JSON.parse(localStorage[nameOfKey]);
  } catch {
    return undefined;
  }
}

/** Lays the key there, or takes it away; where a page may keep nothing, it lasts as long as the page. */
export function keepKey(key: Key | undefined): void {
  try {
    if (key) localStorage[nameOfKey] = JSON.stringify(key);
    else delete localStorage[nameOfKey];
  } catch {
    // Nothing is lost but that the next page has to ask again.
  }
}
