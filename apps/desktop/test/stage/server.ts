import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClient, type Client } from '@timegrove/contract/client.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { addToken } from '@timegrove/contract/tokens.ts';
import { freePort } from '../../../../e2e/stage/free-port.ts';
import { startProgram, type Program } from '../../../../e2e/stage/program.ts';

/** A server with the team of the demo, and one member of it who is signed in as in a browser. */
export interface Server {
  readonly url: string;
  readonly member: Client;
  /** Makes a token that reads and tracks. */
  token(): Promise<{ readonly id: string; readonly secret: string }>;
  /** Ends the server as a power cut would. */
  lose(): Promise<void>;
  raise(): Promise<void>;
  end(): Promise<void>;
}

/** Raises a server. */
export async function raiseServer(email = 'user@demo.example'): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'timegrove-desktop-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    TIMEGROVE_DATA: folder,
    TIMEGROVE_PORT: String(port),
    TIMEGROVE_URL: url,
    TIMEGROVE_LOG: 'warn',
    TIMEGROVE_DEMO: 'true',
  };
  let program: Program | null = null;
  const raise = async (): Promise<void> => {
    program = await startProgram('apps/server/src/main.ts', env, `${url}/readyz`);
  };
  await raise();
  const member = await signIn(url, email);
  return {
    url,
    member,
    raise,
    token: async () => {
      const id = newId<'token'>();
      const body = { id, name: 'Test', scopes: ['read', 'track'] as const, expiresAt: null };
      const { secret } = await member(addToken, { body: { ...body, scopes: [...body.scopes] } });
      return { id, secret };
    },
    lose: async () => program?.stop('SIGKILL'),
    end: async () => {
      await program?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, email: string): Promise<Client> {
  const reply = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: 'demo-password' }),
  });
  const cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  return makeClient({ server: url, fetch, headers: { cookie: cookie.join('; '), origin: url } });
}
