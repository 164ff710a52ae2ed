import { expect, test } from 'vitest';
import { probeServer } from './probe-server.ts';

const answering =
  (body: string, status = 200) =>
  async () =>
    new Response(body, { status });
const described = (paths: object) => JSON.stringify({ info: { title: 'Timegrove' }, paths });

test.each([
  ['a Timegrove', answering(described({ '/api/connections': {} })), 'timegrove'],
  ['one from before extensions', answering(described({ '/api/timer': {} })), 'too-old'],
  ['a page of something else', answering('<!doctype html><h1>Welcome</h1>'), 'not-timegrove'],
  [
    'another program with an API',
    answering('{"info":{"title":"Pets"},"paths":{}}'),
    'not-timegrove',
  ],
  ['something that finds nothing', answering('Not found', 404), 'not-timegrove'],
  ['a proxy before nothing', answering('Bad gateway', 502), 'unreachable'],
  ['nobody', async () => Promise.reject(new TypeError('refused')), 'unreachable'],
])('%s is %s', async (_what, fetch, found) => {
  expect(await probeServer('https://time.example.org', fetch)).toBe(found);
});
