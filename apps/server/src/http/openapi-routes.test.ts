import { allEndpoints } from '@timegrove/contract/all.ts';
import { expect, test } from 'vitest';
import { aServer } from '../testing/server.ts';
import { notationOf } from './schema-notation.ts';

const server = await aServer();

test('machines get the document, with this server’s address', async () => {
  const reply = await server.app.inject({ method: 'GET', url: '/api/openapi.json' });
  expect(reply.headers['content-type']).toMatch(/application\/json/);
  expect(reply.json()).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'http://timegrove.test' }],
  });
});

test('people get a page with every endpoint, without a script or anything from elsewhere', async () => {
  const reply = await server.app.inject({ method: 'GET', url: '/api/docs' });
  expect(reply.headers['content-type']).toMatch(/text\/html/);
  for (const { name, endpoint } of allEndpoints) {
    expect(reply.body).toContain(`<article id="${name}">`);
    expect(reply.body).toContain(`>${endpoint.method}</span>`);
  }
  expect(reply.body).not.toMatch(/<script|src=|@import|url\(|https?:\/\/(?!timegrove\.test)/);
});

test('the page says what a token has to be for, and where none will do', async () => {
  const page = (await server.app.inject('/api/docs')).payload;
  const article = (name: string) => page.split(`<article id="${name}">`)[1]?.split('</p>')[0];
  expect(article('startTimer')).toContain('for members, a token needs <code>track</code>');
  expect(article('listAudit')).toContain('for administrators, a token needs <code>read</code>');
  expect(article('addToken')).toContain('for members, not with a token');
  expect(article('signIn')).not.toContain('token');
});

test('every link on the page leads to a place on it', async () => {
  const { body } = await server.app.inject({ method: 'GET', url: '/api/docs' });
  const places = new Set([...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const links = [...body.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(80);
  expect(links.filter((link) => !places.has(link))).toEqual([]);
  expect(body.match(/ id="/g)).toHaveLength(places.size);
});

test('every endpoint of the contract is served', () => {
  const missing = allEndpoints.filter(
    ({ endpoint }) => !server.app.hasRoute({ method: endpoint.method, url: endpoint.path }),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test.each([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
  [{ type: 'integer', minimum: 1, maximum: 9, default: 3 }, 'integer (from 1, to 9, default 3)'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ anyOf: [{ $ref: '#/components/schemas/Task' }, { type: 'null' }] }, 'Task | null'],
  [{ enum: ['all', 'one'] }, '"all" | "one"'],
  [{ const: 'all' }, '"all"'],
  [{ type: 'array', items: { type: 'boolean' } }, 'Array<boolean>'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, 'Record<string, string>'],
  [{ type: 'object' }, '{}'],
  [
    {
      type: 'object',
      properties: { a: { type: 'object', properties: { b: {} } } },
      required: ['a'],
    },
    '{\n  a: {\n    b?: unknown\n  }\n}',
  ],
] as const)('%j is written as %s', (schema, notation) => {
  expect(notationOf(JSON.parse(JSON.stringify(schema)))).toBe(notation);
});
