import fastify from 'fastify';
import { expect, test } from 'vitest';
import { describeRequest } from './log-request.ts';
import { serveWeb } from './static.ts';

test('the log names every address, but not the secret in a mailed link', async () => {
  const lines: string[] = [];
  const app = fastify({
    logger: {
      stream: { write: (line: string) => void lines.push(line) },
      serializers: { req: describeRequest },
    },
  });
  await serveWeb(app, '/there/is/no/such/folder');
  const secret = 'Zx-9_secret';
  const addresses = [
    `/join/${secret}`,
    `/api/invitation-links/${secret}`,
    `/api/invitation-links/${secret}/accept`,
    `/reset-password?token=${secret}`,
    `/reset-password?from=mail&token=${secret}&x=1`,
    `/native-plugin/say.js?say=${secret}/+${secret}==&once=1`,
    '/api/tasks/search?q=token',
  ];
  for (const url of addresses) await app.inject({ method: 'GET', url });
  const log = lines.join('');
  expect(log).not.toContain(secret);
  for (const left of [
    '/join/…',
    '/api/invitation-links/…/accept',
    '?token=…',
    'token=…&x=1',
    '?say=…&once=1',
  ]) {
    expect(log).toContain(left);
  }
  expect(log).toContain('/api/tasks/search?q=token');
});
