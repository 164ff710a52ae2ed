import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it.each([
  [undefined, 0],
  ['false', 0],
  ['0', 0],
  ['true', 1],
  ['1', 1],
  ['2', 2],
])('TIMEGROVE_TRUST_PROXY=%s means %i reverse proxies', (given, proxies) => {
  expect(readConfig({ TIMEGROVE_TRUST_PROXY: given }).proxies).toBe(proxies);
});

it('TIMEGROVE_PROVIDERS names folders, from where the server was started', () => {
  expect(readConfig({}).providerFolders).toEqual([]);
  expect(readConfig({ TIMEGROVE_PROVIDERS: '/one/acme, two/bolt,' }).providerFolders).toEqual([
    '/one/acme',
    resolve('two/bolt'),
  ]);
});

it.each([
  ['TIMEGROVE_TRUST_PROXY', '10.0.0.1'],
  ['TIMEGROVE_TRUST_PROXY', '-1'],
  ['TIMEGROVE_PORT', '70000'],
  ['TIMEGROVE_LOG', 'loud'],
  ['TIMEGROVE_URL', 'ftp://example.test'],
  ['TIMEGROVE_KEY', 'too short'],
])('a wrong %s is refused by its name: %s', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(`The setting ${name} is wrong: `);
});
