import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from './free-port.ts';

/** A way into the app that can begin to serve a newer build of it. */
export interface Door {
  readonly url: string;
  /** From now on the page carries a mark, as that of another build, and so does its service worker. */
  renew(): void;
  close(): void;
}

/** How a page of the newer build is told from one of the older. */
export const newerMark = '<meta name="build" content="newer">';

/** Opens a way to a server, as a reverse proxy would. */
export async function openDoor(server: string): Promise<Door> {
  let newer = false;
  const door = createServer((asked, answer) => {
    const change = newer ? changeFor(asked.url ?? '') : undefined;
    if (change === undefined) pass(server, asked, answer);
    else void serveChanged(server, asked, answer, change);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void door.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    renew: () => void (newer = true),
    close: () => {
      door.closeAllConnections();
      door.close();
    },
  };
}

type Change = (text: string) => string;

/** What differs in a newer build: its page, and the name under which its worker keeps the files. */
function changeFor(address: string): Change | undefined {
  const { pathname } = new URL(address, 'http://door');
  if (pathname === '/service-worker.js')
    return (text) => text.replace(/(["'`])[0-9a-f]{12}\1/, '$1newer$1');
  if (pathname === '/' || pathname === '/index.html')
    return (text) => text.replace('</head>', `${newerMark}</head>`);
  return undefined;
}

function pass(server: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method = 'GET', headers } = asked;
  const onward = request(new URL(asked.url ?? '/', server), { method, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  asked.pipe(onward);
}

async function serveChanged(
  server: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  change: Change,
): Promise<void> {
  const reply = await fetch(new URL(asked.url ?? '/', server));
  const type = reply.headers.get('content-type') ?? 'text/plain';
  answer.writeHead(reply.status, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': reply.headers.get('content-security-policy') ?? '',
  });
  answer.end(change(await reply.text()));
}
