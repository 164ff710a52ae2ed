import type { outbox } from './outbox.ts';

/**
 * Lets the app open without a connection: it keeps the files of one build and answers with them. It
 * never touches the API. A newer build waits beside it until the window asks for it, so that one
 * window never mixes the files of two builds. It also hears the notification of a running timer,
 * and the browser when the network is back.
 */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Pressed extends Lasting {
  /** The button; empty for the notification itself. */
  readonly action: string;
  readonly notification: Notification;
}
interface AppWindow {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface Worker {
  addEventListener(type: 'install' | 'activate' | 'sync', hear: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Pressed) => void): void;
  importScripts(path: string): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(query: { readonly type: 'window' }): Promise<readonly AppWindow[]>;
    openWindow(path: string): Promise<unknown>;
  };
  /** What `outbox.ts` brings, once it is loaded. */
  outbox?: typeof outbox;
}

declare const self: Worker;
/** Put in by the build: what it is called, and the paths of its files. */
declare const BUILD: { readonly name: string; readonly files: readonly string[] };

const { name, files } = BUILD;
const prefix = 'timegrove-';
const own = prefix + name;
const page = '/index.html';

self.addEventListener('install', (event) => {
  // What is loaded now can be loaded again at any time; it is too much for each start of the worker.
  loadOutbox();
  event.waitUntil(keepFiles());
});
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(event.request, path));
});
self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  if (action !== 'stop') return event.waitUntil(showApp());
  notification.close();
  event.waitUntil(loadOutbox().stop(notification.data));
});
self.addEventListener('sync', (event) => event.waitUntil(loadOutbox().sendAll()));

function loadOutbox(): NonNullable<Worker['outbox']> {
  if (self.outbox === undefined) self.importScripts('/service-worker-outbox.js');
  if (self.outbox === undefined) throw new Error('The outbox was not loaded.');
  return self.outbox;
}

async function showApp(): Promise<void> {
  const [shown] = await self.clients.matchAll({ type: 'window' });
  await (shown === undefined ? self.clients.openWindow('/') : shown.focus());
}

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
