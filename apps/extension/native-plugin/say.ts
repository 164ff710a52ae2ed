import type { PluginState } from '@timegrove/contract/native-plugin.ts';
import { server } from './server.ts';

type Texts = Readonly<Record<string, string>>;

/** One thing asked of the server; what has a body changes something. */
export interface Saying {
  readonly do: keyof typeof paths;
  readonly secret?: string | undefined;
  readonly params?: { readonly tokenId: string };
  readonly query?: Texts;
  readonly body?: Texts;
}

/** What may be in an answer, as the contract has it; the server has parsed its own answers by that. */
export type Body = Partial<
  PluginState & {
    readonly code: string;
    readonly state: 'waiting' | 'allowed' | 'refused' | 'expired';
    readonly message: string;
  }
>;

/** An answer; the status 0 says that the server could not be reached. */
export interface Said {
  readonly status: number;
  readonly body: Body;
}

/** Where the contract has what can be asked, below `/api/`; a parameter follows at the end. */
export const paths = {
  connect: 'connections',
  connected: 'connections/',
  state: 'native-plugin/state',
  start: 'native-plugin/start',
  stop: 'native-plugin/stop',
} as const;

let byScript = false;

/**
 * Asks the server, and never throws. Where the page's Content-Security-Policy cuts fetch, the answers
 * come as scripts; a server that is away looks the same at first, so both are tried.
 */
export async function say(saying: Saying): Promise<Said> {
  for (const ask of byScript ? [byImport] : [byFetch, byImport]) {
    try {
      const said = await ask(saying);
      byScript = ask === byImport;
      return said;
    } catch {
      // Cut by the policy, or the server is away.
    }
  }
  byScript = false;
  return { status: 0, body: {} };
}

async function byFetch({ do: what, secret, params, query, body }: Saying): Promise<Said> {
  const reply = await fetch(
    `${server}/api/${paths[what]}${params?.tokenId ?? ''}?${new URLSearchParams(query)}`,
    {
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    },
  );
  return { status: reply.status, body: await reply.json() };
}

async function byImport(saying: Saying): Promise<Said> {
  // A browser keeps one module per address.
  const once = `${Math.random()}`;
  const said = base64url(new TextEncoder().encode(JSON.stringify({ ...saying, once })));
  const answer: { default: Said } = await import(`${server}/native-plugin/say.js?say=${said}`);
  return answer.default;
}

/** Bytes as base64 that can stand in an address. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
