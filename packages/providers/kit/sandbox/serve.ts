import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A listener on one port. */
export interface Served {
  /** Without a final slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Where to listen; port 0 takes a free one. */
export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
}

/**
 * Answers HTTP on the loopback address with a web-standard handler.
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function serve(
  handle: (request: Request) => Promise<Response>,
  { host = '127.0.0.1', port = 0 }: ServeOptions = {},
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, host, ready);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await handle(await requestOf(incoming));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

const mostBytes = 1024 * 1024;

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of incoming) {
    const piece = Buffer.from(part);
    bytes += piece.length;
    if (bytes > mostBytes) throw new Error('the body is larger than 1 MB');
    parts.push(piece);
  }
  return new Request(url, { method, headers, body: Buffer.concat(parts) });
}
