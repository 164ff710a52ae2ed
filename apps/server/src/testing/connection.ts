import { randomBytes } from 'node:crypto';
import type { Client } from '@timegrove/contract/client.ts';
import {
  allowConnection,
  askConnection,
  type ConnectionKind,
} from '@timegrove/contract/connections.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { TokenId } from '@timegrove/domain/id.ts';
import type { TestServer } from './server.ts';

/** A client that asks, with the secret it made. */
export interface Asker {
  readonly tokenId: TokenId;
  readonly secret: string;
  readonly code: string;
  /** What a browser or program sends along with the secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The typed client with that secret. */
  readonly ask: Client;
}

/** A fresh secret, in the form in which clients make it. */
export function aSecret(): string {
  return `tg_${randomBytes(32).toString('base64url')}`;
}

/** Asks to be let in; nobody has answered yet. A native plugin asks from the page of this origin. */
export async function anAsker(
  server: TestServer,
  kind: ConnectionKind = 'desktop-app',
  page = 'https://host.example',
): Promise<Asker> {
  const [tokenId, secret] = [newId<'token'>(), aSecret()];
  const origin = kind === 'native-plugin' ? { origin: page, 'sec-fetch-site': 'cross-site' } : {};
  const { code } = await server.askWith(origin)(askConnection, {
    body: { id: tokenId, kind, name: 'A client', secret },
  });
  const headers = { ...origin, authorization: `Bearer ${secret}` };
  return { tokenId, secret, code, headers, ask: server.askWith(headers) };
}

/** Asks to be let in, and is allowed by somebody. */
export async function aConnection(
  server: TestServer,
  by: { readonly ask: Client },
  kind?: ConnectionKind,
  page?: string,
): Promise<Asker> {
  const asker = await anAsker(server, kind, page);
  await by.ask(allowConnection, { params: { code: asker.code }, body: {} });
  return asker;
}
