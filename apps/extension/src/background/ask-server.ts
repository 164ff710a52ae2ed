import { makeClient, type Client } from '@timegrove/contract/client.ts';
import type { Connection, Memory } from './memory.ts';

// A laptop that has half lost its network waits for minutes otherwise.
const patience = 15_000;

/** Who speaks, as the server wants to be told. */
export function credentialsOf({ token, memberId }: Connection): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'x-timegrove-member': memberId };
}

/**
 * Makes the client of the server that this browser is connected to, whichever that is at the moment;
 * it notes whether the server is reached and whether it still takes the token.
 */
export function askServer(memory: Memory): Client {
  return makeClient({
    server: '',
    fetch: async (path, init) => {
      const { connection } = memory.known();
      if (connection === null) throw new Error('This browser is not connected to a server.');
      const { server } = connection;
      const reply = await fetch(typeof path === 'string' ? server + path : path, {
        ...init,
        headers: { ...plain(init?.headers), ...credentialsOf(connection) },
        signal: AbortSignal.timeout(patience),
      }).catch((error: unknown) => {
        note(memory, { reached: false });
        throw error;
      });
      note(memory, { reached: reply.status < 502 || reply.status > 504 });
      if (reply.status === 401) refuse(memory, connection);
      if (memory.known().connection?.token !== connection.token)
        throw new Error('This browser is connected otherwise by now.');
      return reply;
    },
  });
}

/** The server does not take the token any more; nothing that waits is lost by that. */
export function refuse(memory: Memory, { token }: Connection): void {
  const { connection } = memory.known();
  // It may have been replaced by another one meanwhile.
  if (connection === null || connection.token !== token || connection.refused) return;
  memory.change({ connection: { ...connection, refused: true } });
}

function note(memory: Memory, { reached }: { reached: boolean }): void {
  if (memory.known().reached !== reached) memory.change({ reached });
}

function plain(headers: HeadersInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(headers).entries());
}
