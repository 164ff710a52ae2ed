import { rules, type RuleCode } from '@timegrove/domain/rule.ts';
import { allEndpoints } from './all.ts';
import type { Access, Endpoint, NeededScope } from './endpoint.ts';
import { statusOf } from './errors.ts';
import { newsPath } from './news.ts';
import { makeSchemas, schemaPlace, type JsonSchema, type Schemas } from './openapi-schemas.ts';

/** One parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** One thing that can be asked. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly 'x-access': Access;
  /** Left out where nobody needs to be known. */
  readonly 'x-scope'?: NeededScope;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content & { readonly required: true };
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

interface SecurityScheme {
  readonly type: 'apiKey' | 'http';
  readonly in?: 'cookie';
  readonly name?: string;
  readonly scheme?: 'bearer';
  readonly description?: string;
}

/** An OpenAPI 3.1 document, as far as this one goes. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  };
}

const description =
  'Everything the web app does goes through these endpoints. Bodies and answers are JSON; unknown ' +
  'keys are refused. Instants are ISO 8601 in UTC, ids are UUIDs in lower case: clients make a ' +
  'UUIDv7 for what they create, so that sending something twice changes nothing. A write under ' +
  'the scope `track` can carry a UUID as `Idempotency-Key`: once it is done, further copies within 30 days are ' +
  'answered as it was and change nothing, however late they come. Every refusal has the same form: ' +
  'a code, a sentence for people, and the id of the request.';

/** Writes the OpenAPI 3.1 document from the endpoints themselves, so that it cannot differ from them. */
export function describeApi(options: { serverUrl: string; version: string }): OpenApi {
  const schemas = makeSchemas();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { name, noun, endpoint } of allEndpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = operationOf(name, noun, endpoint, schemas);
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation };
  }
  paths[newsPath] = { get: newsOperation() };
  return {
    openapi: '3.1.0',
    info: { title: 'Timegrove', version: options.version, description },
    servers: [{ url: options.serverUrl }],
    tags: [...new Set([...allEndpoints.map(({ noun }) => noun), 'news'])].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName(options.serverUrl) },
        token: { type: 'http', scheme: 'bearer', description: aboutTokens },
      },
    },
  };
}

/** Under https, browsers hold a cookie of this name to being Secure. */
function cookieName(serverUrl: string): string {
  const prefix = serverUrl.startsWith('https:') ? '__Secure-' : '';
  return `${prefix}timegrove.session_token`;
}

const aboutTokens =
  'A member makes tokens under Profile; a program sends one as `Authorization: Bearer tg_…`. It does ' +
  'no more than its member may, and only within its scopes: `read` looks at everything, `track` ' +
  'starts and stops timers and changes time, `plugin` runs the timer of one item and learns nothing ' +
  'else (whoever may track may do that too), `everything` does all that and the rest. Passwords, ' +
  'sessions and tokens themselves need somebody who has signed in. A token may ask 600 times a ' +
  'minute; then it is answered 429 with a `retry-after` in seconds. Revoking it ends it at once, the ' +
  'news it listens to and what was let in with it included.\n\n' +
  'Web pages: a token is refused (`origin-not-allowed`) to pages of other sites, but for the ' +
  '`origins` it was made with. Programs and browser plugins are no pages. Preflights are answered ' +
  'for every site, cookies of other sites are never heard.\n\n' +
  'Connections: a client that has no token yet makes one itself, `tg_` and 32 random bytes as ' +
  'base64url, and asks to be let in with `askConnection`. It opens `/connect?code=…` in a browser, or ' +
  'shows the code, and asks `readConnection` every two seconds. When a member allows it within ten ' +
  'minutes, its secret is a token from then on: for a browser plugin or a desktop app with `read` and ' +
  '`track`, for a web page (native plugin) with `plugin`, and from that page’s origin alone. What was ' +
  'allowed with a token instead of a session gets no more than that token has.\n\n' +
  'Native plugin: any page can load `/native-plugin.js` and put `<timegrove-timer>` beside its items. ' +
  'Where a Content-Security-Policy lets scripts of this server load but nothing be fetched, the same ' +
  'is said by `import()` of `/native-plugin/say.js?say=…`, whose value is base64url of JSON: `do` ' +
  '(connect, connected, state, start, stop, leave), `once` (different each time), `secret`, `params`, ' +
  '`query`, `body`; it exports `{ status, body }`.';

/** A session opens everything; a token what its scope covers. */
function securityOf({ access, scope }: Pick<Endpoint, 'access' | 'scope'>): Operation['security'] {
  if (access === 'public') return [];
  return scope === 'session' ? [{ session: [] }] : [{ session: [] }, { token: [scope] }];
}

function operationOf(name: string, noun: string, endpoint: Endpoint, schemas: Schemas): Operation {
  const body = schemas.of(endpoint.body);
  const parameters = [
    ...parametersOf('path', schemas.of(endpoint.params)),
    ...parametersOf('query', schemas.of(endpoint.query)),
  ];
  return {
    operationId: name,
    tags: [noun],
    summary: endpoint.summary,
    'x-access': endpoint.access,
    ...(endpoint.access !== 'public' && { 'x-scope': endpoint.scope }),
    security: securityOf(endpoint),
    parameters,
    ...(takesSomething(body) && { requestBody: { required: true, ...json(body) } }),
    responses: {
      '200': { description: 'Done.', ...json(schemas.of(endpoint.output)) },
      ...refusalsOf(codesOf(endpoint, takesSomething(body) || parameters.length > 0)),
    },
  };
}

function parametersOf(place: Parameter['in'], schema: JsonSchema): Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, value]) => ({
    name,
    in: place,
    required: schema.required?.includes(name) ?? false,
    schema: typeof value === 'boolean' ? {} : value,
  }));
}

function takesSomething(body: JsonSchema): boolean {
  return Object.keys(body.properties ?? {}).length > 0 || body.$ref !== undefined;
}

function json(schema: JsonSchema): Content {
  return { content: { 'application/json': { schema } } };
}

/** The rules an endpoint names, and those that hold for all of its kind. */
function codesOf(endpoint: Endpoint, takesInput: boolean): RuleCode[] {
  const forMembers: RuleCode[] = [
    ...codesOfTheDoor(endpoint),
    'member-deactivated',
    'right-needed',
  ];
  const hasParams = endpoint.path.includes(':');
  const codes: RuleCode[] = [
    ...(endpoint.access === 'public' ? [] : forMembers),
    ...(takesInput ? (['input-invalid'] as const) : []),
    ...(hasParams && endpoint.access !== 'public' ? (['not-found'] as const) : []),
    ...(endpoint.method === 'GET' ? [] : (['origin-refused'] as const)),
    ...endpoint.errors,
  ];
  return [...new Set(codes)];
}

function codesOfTheDoor({ scope }: Pick<Endpoint, 'scope'>): RuleCode[] {
  return [
    'session-needed',
    'token-refused',
    scope === 'session' ? 'token-not-enough' : 'token-scope-needed',
    'too-many-tries',
  ];
}

function refusalsOf(codes: readonly RuleCode[]): Operation['responses'] {
  const byStatus = Object.entries(Object.groupBy(codes, (code) => statusOf[code]));
  return Object.fromEntries(
    byStatus.map(([status, same = []]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${rules[code]}`).join('\n\n'),
        ...json({
          allOf: [{ $ref: `${schemaPlace}Refusal` }, { properties: { code: { enum: same } } }],
        }),
      },
    ]),
  );
}

const news = { access: 'member', scope: 'read' } as const;

function newsOperation(): Operation {
  return {
    operationId: 'listenToNews',
    tags: ['news'],
    summary:
      'Server-Sent Events: `news` tells what changed, `resync` that something may have been missed',
    'x-access': 'member',
    'x-scope': 'read',
    security: securityOf(news),
    parameters: [],
    responses: {
      '200': {
        description: 'Stays open. The data of a `news` event is a News.',
        content: { 'text/event-stream': { schema: { $ref: `${schemaPlace}News` } } },
      },
      ...refusalsOf([...codesOfTheDoor(news), 'member-deactivated']),
    },
  };
}
