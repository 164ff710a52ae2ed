import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressAssets } from './compress-assets.ts';
import { answerErrors } from './errors.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { serveWeb } from './static.ts';

const script = `export const leaves = ${JSON.stringify('leaf '.repeat(1000))};`;
const page = '<!doctype html><title>Timegrove</title>';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timegrove-web-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'service-worker.js'), 'self.skipWaiting();');
  await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), script);
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
  await compressAssets(join(folder, 'assets'));
  app = await serving(folder);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function serving(from: string): Promise<FastifyInstance> {
  const server = fastify();
  sendSecurityHeaders(server);
  answerErrors(server);
  server.get('/api/me', async () => ({ name: 'Ada' }));
  await serveWeb(server, from);
  return server;
}

async function look(url: string, headers: Record<string, string> = {}) {
  return app.inject({ method: 'GET', url, headers });
}

test('hashed files are kept for good, all others are asked for anew', async () => {
  const asset = await look('/assets/app-1a2b3c.js');
  expect(asset.body).toBe(script);
  expect(asset.headers['content-type']).toMatch(/javascript/);
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const url of ['/', '/index.html', '/service-worker.js']) {
    const reply = await look(url);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control'], url).toBe('no-cache');
  }
});

test('a browser that takes compressed files gets them, once made', async () => {
  const brotli = await look('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotli.headers['content-type']).toMatch(/javascript/);
  expect(brotli.headers['vary']).toMatch(/accept-encoding/i);
  expect(brotli.headers['cache-control']).toMatch(/immutable/);
  expect(String(brotliDecompressSync(brotli.rawPayload))).toBe(script);
  expect(brotli.rawPayload.length).toBeLessThan(script.length / 10);
  const zipped = await look('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' });
  expect(String(gunzipSync(zipped.rawPayload))).toBe(script);
  const names = await readdir(join(folder, 'assets'));
  expect(names.toSorted()).toEqual(['app-1a2b3c.js', 'app-1a2b3c.js.br', 'app-1a2b3c.js.gz']);
  await compressAssets(join(folder, 'assets'));
  expect(await readdir(join(folder, 'assets'))).toHaveLength(3);
});

test('an address that wants a page gets the app, which knows its own routes', async () => {
  const html = { accept: 'text/html,application/xhtml+xml' };
  for (const url of ['/projects', '/join/some-token', '/apidocs', '/reset-password?token=x']) {
    const reply = await look(url, html);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toBe(page);
    expect(reply.headers['cache-control']).toBe('no-cache');
    expect(reply.headers['content-security-policy']).toMatch(/default-src 'self'/);
  }
});

test('a missing file is not answered with a page', async () => {
  const reply = await look('/assets/gone-4d5e6f.js', { accept: '*/*' });
  expect(reply.statusCode).toBe(404);
  expect(reply.headers['content-type']).toMatch(/text\/plain/);
});

test('unknown addresses of the API are refused in the API’s form, also to a browser', async () => {
  for (const url of ['/api/unknown', '/api', '/api?x=1']) {
    const reply = await look(url, { accept: 'text/html' });
    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toMatchObject({
      code: 'not-found',
      message: 'This address does not exist, or you may not see it.',
    });
  }
  const wrongMethod = await app.inject({ method: 'POST', url: '/projects', payload: {} });
  expect(wrongMethod.json()).toMatchObject({ code: 'not-found' });
  expect((await look('/api/me')).json()).toEqual({ name: 'Ada' });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/.vite/manifest.json',
])('nothing outside the app and no hidden file is served: %s', async (url) => {
  const reply = await look(url, { accept: '*/*' });
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
  expect(reply.statusCode).toBeLessThan(500);
  expect(reply.body).not.toBe('{}');
});

test('without a built app a page says so, and the API works', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'timegrove-web-'));
  const bare = await serving(empty);
  const reply = await bare.inject({ method: 'GET', url: '/', headers: { accept: 'text/html' } });
  expect(reply.headers['content-type']).toMatch(/text\/html/);
  expect(reply.body).toContain('The web app is not built');
  expect((await bare.inject({ method: 'GET', url: '/api/me' })).json()).toEqual({ name: 'Ada' });
  await bare.close();
  await rm(empty, { recursive: true });
});
