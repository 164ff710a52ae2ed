/**
 * Lets the app open without a connection: it keeps the files of one build and answers with them. It
 * never touches the API. A newer build waits beside it until the window asks for it, so that one
 * window never mixes the files of two builds.
 */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<unknown>) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

declare const self: Worker;
/** Put in by the build: what it is called, and the paths of its files. */
declare const BUILD: { readonly name: string; readonly files: readonly string[] };

const { name, files } = BUILD;
const prefix = 'timegrove-';
const own = prefix + name;
const page = '/index.html';

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(event.request, path));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== own) await caches.delete(name);
  }
  await self.clients.claim();
}

/** Which kept file answers a request; undefined leaves it to the network. */
function pathOf({ method, mode, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return undefined;
  if (files.includes(pathname)) return pathname;
  const isPage = mode === 'navigate' && !/^\/api(\/|$)/.test(pathname);
  return isPage ? page : undefined;
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(own);
  return (await cache.match(path)) ?? fetch(request);
}
