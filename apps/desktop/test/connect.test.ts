import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest, createServer as httpServer, type Server as Http } from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { connect as connectTo } from 'node:net';
import { join } from 'node:path';
import { allowConnection } from '@timegrove/contract/connections.ts';
import { listTokens, revokeToken } from '@timegrove/contract/tokens.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configFolder, install, loaded, quit, signIn, theWindow, windowsOf } from './stage/app.ts';
import { raiseScreen, type Screen } from './stage/screen.ts';
import { raiseServer, type Server } from './stage/server.ts';

let screen: Screen;
let server: Server;
let installed: ReturnType<typeof install>;
let app: ChildProcess | undefined;
const doors: Http[] = [];

beforeAll(async () => {
  installed = install();
  [screen, server] = await Promise.all([raiseScreen(), raiseServer()]);
});

afterEach(async () => {
  if (app !== undefined) await quit(app);
  app = undefined;
});

afterAll(async () => {
  for (const door of doors) door.close();
  await screen?.end();
  await server?.end();
  installed?.remove();
});

/** Starts the app with a browser that only writes down what it is to open. */
function start(): void {
  const folder = join(screen.folder, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > ${opened()}\n`, { mode: 0o755 });
  app = screen.start(installed.program, [], { PATH: `${folder}:${screen.env['PATH']}` });
}

function opened(): string {
  return join(screen.folder, 'opened');
}

function tokenFile(): string {
  return join(configFolder(screen), 'token.json');
}

async function titled(title: string): Promise<void> {
  await expect.poll(async () => (await titles()).join()).toContain(title);
}

async function titles(): Promise<string[]> {
  const windows = await windowsOf(screen);
  return Promise.all(windows.map((window) => screen.tool('xprop', '-id', window, 'WM_NAME')));
}

describe('the way in', () => {
  test('is allowed in the browser by a code; the token lies where only its owner reads it', async () => {
    start();
    await theWindow(screen);
    await titled('Connect to Timegrove');
    await screen.press('Tab');
    await screen.type(server.url);
    await screen.press('Return');
    await expect
      .poll(() => existsSync(opened()) && readFileSync(opened(), 'utf8'))
      .toContain('code=');
    const address = new URL(readFileSync(opened(), 'utf8').trim());
    expect(address.origin + address.pathname).toBe(`${server.url}/connect`);
    const code = address.searchParams.get('code') ?? '';
    await server.member(allowConnection, { params: { code } });
    await titled('Settings');
    await loaded(screen);
    await expect.poll(() => windowsOf(screen)).toHaveLength(2);
    expect(statSync(tokenFile()).mode & 0o777).toBe(0o600);
  });

  test('is shown again once the token is revoked, and the token is forgotten', async () => {
    start();
    await loaded(screen);
    const { tokens } = await server.member(listTokens, { query: {} });
    const mine = tokens.filter(({ kind }) => kind === 'desktop-app');
    expect(mine).toMatchObject([{ scopes: ['read', 'track'] }]);
    for (const { id } of mine) await server.member(revokeToken, { params: { tokenId: id } });
    await titled('Connect to Timegrove');
    await expect.poll(() => windowsOf(screen)).toHaveLength(1);
    expect(existsSync(tokenFile())).toBe(false);
    const labels = (await screen.menu()).filter(({ enabled }) => enabled);
    expect(labels.map(({ label }) => label)).toEqual(['Settings', 'Quit']);
  });

  test('takes a token for the API too, and keeps it in the keyring where there is one', async () => {
    const { secret } = await server.token();
    const daemon = screen.start('gnome-keyring-daemon', [
      '--foreground',
      '--unlock',
      '--components=secrets',
    ]);
    daemon.stdin?.end('password\n');
    await expect.poll(() => hasKeyring()).toBe(true);
    start();
    await theWindow(screen);
    await titled('Connect to Timegrove');
    // The address is the last one; the fields of the other way follow it.
    await screen.press('Tab', 'Tab', 'Tab', 'Return', 'shift+Tab', 'shift+Tab');
    await screen.type(secret);
    await screen.press('Return');
    await titled('Settings');
    await loaded(screen);
    expect(existsSync(tokenFile())).toBe(false);
    await quit(app ?? daemon);
    start();
    await loaded(screen);
  });
});

async function hasKeyring(): Promise<boolean> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const asked = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const told = await screen.tool('dbus-send', ...bus, ...asked);
  return told.includes('true');
}

describe('the network', () => {
  test('a certificate of a private authority and a proxy are honoured', async () => {
    const [key, certificate] = [join(screen.folder, 'key.pem'), join(screen.folder, 'ca.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const files = ['-keyout', key, '-out', certificate];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files];
    execFileSync('openssl', made, { stdio: 'ignore' });
    const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
    const secure = httpsServer(pair, (asked, answer) => {
      const { method, headers } = asked;
      const inner = httpRequest(`${server.url}${asked.url}`, { method, headers }, (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      });
      inner.on('error', () => answer.destroy());
      asked.pipe(inner);
    });
    const through: string[] = [];
    const proxy = httpServer().on('connect', ({ url = '' }, socket) => {
      through.push(url);
      const [host = '', port] = url.split(':');
      const far = connectTo(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        far.pipe(socket);
        socket.pipe(far);
      });
      for (const end of [far, socket]) end.on('error', () => end.destroy());
    });
    const [port, proxyPort] = [await listen(secure), await listen(proxy)];
    await signIn(screen, server, {
      server: `https://localhost:${port}`,
      caFile: certificate,
      proxy: `http://127.0.0.1:${proxyPort}`,
    });
    start();
    await loaded(screen);
    expect(new Set(through)).toEqual(new Set([`localhost:${port}`]));
  });
});

async function listen(door: Http): Promise<number> {
  doors.push(door);
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('no port could be had');
  return address.port;
}
