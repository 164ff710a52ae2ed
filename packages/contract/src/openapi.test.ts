import { rules } from '@timegrove/domain/rule.ts';
import { expect, test } from 'vitest';
import { allEndpoints } from './all.ts';
import { describeApi, type Operation } from './openapi.ts';

const document = describeApi({ serverUrl: 'https://time.example.org', version: '1.2.3' });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function operation(id: string): Operation {
  const found = operations.find(({ operation: { operationId } }) => operationId === id);
  if (found === undefined) throw new Error(`there is no operation ${id}`);
  return found.operation;
}

function sessionAt(serverUrl: string): object | undefined {
  return describeApi({ serverUrl, version: '1' }).components.securitySchemes['session'];
}

/** Every value under a key of this name, at any depth. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key ? [inner] : valuesOf(key, inner),
  );
}

test('every endpoint is in it once, and the news', () => {
  const ids = operations.map(({ operation: { operationId } }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(
    [...allEndpoints.map(({ name }) => name), 'listenToNews'].toSorted(),
  );
});

test('it can be sent as JSON and says so of itself', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: 'Timegrove', version: '1.2.3' });
  expect(document.servers).toEqual([{ url: 'https://time.example.org' }]);
});

test('every reference leads to a schema, and every schema is referred to', () => {
  const references = valuesOf('$ref', document).map(String);
  expect(references.length).toBeGreaterThan(100);
  const known = Object.keys(document.components.schemas).map(
    (name) => `#/components/schemas/${name}`,
  );
  expect(references.filter((reference) => !known.includes(reference))).toEqual([]);
  expect(known.filter((place) => !references.includes(place))).toEqual([]);
});

test('every schema says something', () => {
  for (const schema of Object.values(document.components.schemas)) {
    expect(Object.keys(schema)).not.toEqual([]);
  }
  for (const {
    path,
    operation: { parameters },
  } of operations) {
    for (const { name, schema } of parameters) {
      expect(schema.type ?? schema.enum ?? schema.$ref, `${path} ${name}`).toBeDefined();
    }
  }
});

test('every parameter in a path is declared and required, and no other is', () => {
  for (const {
    path,
    operation: { parameters },
  } of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]));
    expect(inPath.map(({ name }) => name).toSorted(), path).toEqual(named.toSorted());
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(path).not.toContain(':');
  }
});

test('every operation tells its refusals by code and sentence', () => {
  for (const { name, endpoint } of allEndpoints) {
    const told = JSON.stringify(operation(name).responses);
    for (const code of endpoint.errors) {
      expect(told).toContain(`\`${code}\`: ${JSON.stringify(rules[code]).slice(1, -1)}`);
    }
  }
  const refused = operation('stopTimer').responses;
  expect(Object.keys(refused)).toEqual(['200', '401', '403', '404', '422', '429']);
});

test('only what is for everybody is without security', () => {
  for (const { name, endpoint } of allEndpoints) {
    const { security, 'x-access': access } = operation(name);
    expect(access).toBe(endpoint.access);
    expect(security.map((way) => Object.keys(way)[0])).toEqual(
      endpoint.access === 'public'
        ? []
        : endpoint.scope === 'session'
          ? ['session']
          : ['session', 'token'],
    );
  }
});

test('a token reads, tracks or does everything, but never gives itself more', () => {
  expect(operation('listEntries').security).toContainEqual({ token: ['read'] });
  expect(operation('stopTimer').security).toContainEqual({ token: ['track'] });
  expect(operation('changeTask').security).toContainEqual({ token: ['everything'] });
  expect(operation('addToken')).toMatchObject({
    'x-scope': 'session',
    security: [{ session: [] }],
  });
  const aboutTime = /^\/api\/(timers|entries|favourites)\b|\/favourite$/;
  for (const { name, endpoint } of allEndpoints) {
    const writes = endpoint.method !== 'GET' && endpoint.access === 'member';
    if (writes && aboutTime.test(endpoint.path)) expect(endpoint.scope, name).toBe('track');
  }
});

test('the session is the cookie that the server sends', () => {
  expect(sessionAt('https://time.example.org')).toMatchObject({
    in: 'cookie',
    name: '__Secure-timegrove.session_token',
  });
  expect(sessionAt('http://localhost:4747')).toMatchObject({ name: 'timegrove.session_token' });
});

test('what takes a body declares it, what takes a default needs no value', () => {
  expect(operation('signIn').requestBody).toBeDefined();
  expect(operation('signOut').requestBody).toBeUndefined();
  expect(operation('searchTasks').parameters).toMatchObject([
    { name: 'q', in: 'query', required: true },
    { name: 'for', required: false, schema: { enum: ['track', 'see'], default: 'track' } },
    { name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100 } },
  ]);
});

test('the paths', () => {
  const paths = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(paths.toSorted()).toMatchInlineSnapshot(`
    [
      "DELETE /api/connection",
      "DELETE /api/entries/{entryId}",
      "DELETE /api/groups/{groupId}",
      "DELETE /api/invitations/{invitationId}",
      "DELETE /api/sessions",
      "DELETE /api/sessions/{sessionId}",
      "DELETE /api/tasks/{taskId}/assignments/{memberId}",
      "DELETE /api/tasks/{taskId}/favourite",
      "DELETE /api/tokens/{tokenId}",
      "GET /api/audit",
      "GET /api/connection-requests/{code}",
      "GET /api/connections/{tokenId}",
      "GET /api/entries",
      "GET /api/entries/members",
      "GET /api/groups",
      "GET /api/integrations",
      "GET /api/integrations/{integrationId}",
      "GET /api/integrations/{integrationId}/absence",
      "GET /api/integrations/{integrationId}/containers",
      "GET /api/integrations/{integrationId}/people",
      "GET /api/integrations/{integrationId}/runs",
      "GET /api/invitation-links/{token}",
      "GET /api/invitations",
      "GET /api/items",
      "GET /api/mails",
      "GET /api/me",
      "GET /api/members",
      "GET /api/native-plugin/state",
      "GET /api/news",
      "GET /api/providers",
      "GET /api/providers/{provider}/help",
      "GET /api/runs/{runId}",
      "GET /api/runs/{runId}/changes",
      "GET /api/sessions",
      "GET /api/tags",
      "GET /api/tasks",
      "GET /api/tasks/archived",
      "GET /api/tasks/favourites",
      "GET /api/tasks/recent",
      "GET /api/tasks/search",
      "GET /api/tasks/trackable",
      "GET /api/tasks/{taskId}",
      "GET /api/tasks/{taskId}/assignments",
      "GET /api/tasks/{taskId}/explanation",
      "GET /api/tasks/{taskId}/summary",
      "GET /api/timer",
      "GET /api/tokens",
      "GET /api/welcome",
      "PATCH /api/account",
      "PATCH /api/entries/{entryId}",
      "PATCH /api/groups/{groupId}",
      "PATCH /api/me",
      "PATCH /api/members/{memberId}",
      "PATCH /api/tags/{tagId}",
      "PATCH /api/tasks/{taskId}",
      "POST /api/connection-requests/{code}/allow",
      "POST /api/connection-requests/{code}/refuse",
      "POST /api/connections",
      "POST /api/entries",
      "POST /api/entries/changes",
      "POST /api/entries/deletions",
      "POST /api/entries/merge",
      "POST /api/entries/undeletions",
      "POST /api/entries/{entryId}/split",
      "POST /api/entries/{entryId}/undelete",
      "POST /api/groups",
      "POST /api/integrations",
      "POST /api/integrations/{integrationId}/preview",
      "POST /api/integrations/{integrationId}/synchronize",
      "POST /api/integrations/{integrationId}/unlink",
      "POST /api/invitation-links/{token}/accept",
      "POST /api/invitations",
      "POST /api/invitations/{invitationId}/resend",
      "POST /api/native-plugin/start",
      "POST /api/native-plugin/stop",
      "POST /api/password-resets",
      "POST /api/password-resets/complete",
      "POST /api/runs/{runId}/approve",
      "POST /api/runs/{runId}/cancel",
      "POST /api/sign-in",
      "POST /api/sign-out",
      "POST /api/sign-up",
      "POST /api/synchronizations",
      "POST /api/tags",
      "POST /api/tasks",
      "POST /api/tasks/{taskId}/archive",
      "POST /api/tasks/{taskId}/move",
      "POST /api/tasks/{taskId}/restore",
      "POST /api/timers",
      "POST /api/timers/{entryId}/stop",
      "POST /api/tokens",
      "PUT /api/integrations/{integrationId}/credential",
      "PUT /api/integrations/{integrationId}/selection",
      "PUT /api/me/password",
      "PUT /api/tasks/{taskId}/assignments/groups/{groupId}",
      "PUT /api/tasks/{taskId}/assignments/{memberId}",
      "PUT /api/tasks/{taskId}/favourite",
    ]
  `);
});
