import { expect, test } from 'vitest';
import { permissionFor, readServerAddress } from './server-address.ts';

test.each([
  ['https://time.example.org', 'https://time.example.org'],
  ['  time.example.org/timesheet?day=1 ', 'https://time.example.org'],
  ['http://10.0.0.5:4747/', 'http://10.0.0.5:4747'],
  ['localhost:4747', 'http://localhost:4747'],
  ['127.0.0.1:4747/widget', 'http://127.0.0.1:4747'],
  ['[::1]:4747', 'http://[::1]:4747'],
  ['time.example.org:8443', 'https://time.example.org:8443'],
  ['localhost.example.org', 'https://localhost.example.org'],
])('“%s” is the server %s', (typed, server) => {
  expect(readServerAddress(typed)).toBe(server);
});

test.each([
  '',
  '   ',
  'my time server',
  'ftp://time.example.org',
  'https://',
  'https://ada:secret@x.org',
  'javascript://x',
])('“%s” is no address', (typed) => {
  expect(readServerAddress(typed)).toBeNull();
});

test('the permission is for that host alone', () => {
  expect(permissionFor('https://time.example.org:8443')).toBe('https://time.example.org/*');
  expect(permissionFor('http://127.0.0.1:4747')).toBe('http://127.0.0.1/*');
});
