import { allEndpoints } from '@timegrove/contract/all.ts';
import { makeClient, type Client } from '@timegrove/contract/client.ts';
import {
  enableIntegration,
  listContainers,
  listPeople,
  previewSelection,
  readIntegration,
  saveSelection,
} from '@timegrove/contract/integrations.ts';
import { listMails } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import type { RunId } from '@timegrove/domain/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aServerProcess, type ServerProcess } from '../../testing/server-process.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import {
  allVendors,
  everyProvider,
  type TestVendor,
  type TestVendors,
} from '../../testing/vendor.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

let vendors: TestVendors;
let server: TestServer;
let process: ServerProcess;
beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer();
  process = await aServerProcess(server, vendors.url, 'debug');
  return async () => process.kill();
});

/** A client that keeps every answer as it came. */
function listeningClient(
  { url }: ServerProcess,
  { cookie }: Person,
): { ask: Client; answers: string[] } {
  const answers: string[] = [];
  const ask = makeClient({
    server: url,
    headers: { cookie },
    fetch: async (input, init) => {
      const reply = await fetch(input, init);
      answers.push(await reply.clone().text());
      return reply;
    },
  });
  return { ask, answers };
}

/** Everything in our tables, as text. */
async function everythingStored(): Promise<string> {
  const { rows: tables } = await server.database.pool.query<{ name: string }>(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
  );
  expect(tables.length).toBeGreaterThan(12);
  const parts = await Promise.all(
    tables.map(async ({ name }) =>
      JSON.stringify((await server.database.pool.query(`select t::text from ${name} t`)).rows),
    ),
  );
  return parts.join('\n');
}

/** The tokens that a vendor gave and the headers by which it was asked, as it has seen them itself. */
function overheard({ simulator }: TestVendor): ReadonlySet<string> {
  const secrets = new Set<string>();
  const handle = simulator.handle.bind(simulator);
  simulator.handle = async (request) => {
    const [, said] = (request.headers.get('authorization') ?? '').split(' ');
    if (said !== undefined) secrets.add(said);
    const response = await handle(request);
    for (const [, token] of (await response.clone().text()).matchAll(/_token":"([^"]+)"/g))
      if (token !== undefined) secrets.add(token);
    return response;
  };
  return secrets;
}

/** Asks everything that can be asked without changing anything: answers, exports, whatever there will be. */
async function readEverything(
  { url }: ServerProcess,
  { cookie }: Person,
  things: Readonly<Record<string, string>>,
): Promise<string> {
  const range = 'from=2026-03-01&to=2026-03-31&name=a&q=a';
  const paths = allEndpoints
    .filter(({ endpoint }) => endpoint.method === 'GET')
    .map(({ endpoint }) => endpoint.path.replace(/:(\w+)/g, (_, name) => things[name] ?? newId()))
    .flatMap((path) => [path, `${path}?${range}`]);
  expect(paths.length).toBeGreaterThan(20);
  const pages = ['/', `/integrations/${things['provider']}`, '/api/docs', '/api/openapi.json'];
  const answers = await Promise.all(
    [...paths, ...pages].map(async (path) => {
      const reply = await fetch(url + path, { headers: { cookie } });
      return `${path}: ${reply.status} ${await reply.text()}`;
    }),
  );
  return answers.join('\n');
}

describe.each(everyProvider.map((provider) => ({ name: provider.name, provider })))(
  'rule 18: the secrets of $name',
  ({ provider }) => {
    it('are in no log, answer, error, page, mail, run or table', { timeout: 120_000 }, async () => {
      const vendor = vendors.of(provider.id, 'demo');
      const tokens = overheard(vendor);
      const account = await anAccount(server);
      const { administrator } = account;
      const { ask, answers } = listeningClient(process, administrator);
      const secretFields = provider.fields.filter(({ secret }) => secret).map(({ key }) => key);
      const typed = secretFields.map((key) => vendor.credential[key] ?? '');
      const wrong = Object.fromEntries(secretFields.map((key) => [key, `wrong-${newId()}`]));
      const enable = { id: newId<'integration'>(), provider: provider.id };
      await expect(
        ask(enableIntegration, {
          body: { ...enable, credential: { ...vendor.credential, ...wrong } },
        }),
      ).rejects.toThrow();
      const { id: integrationId } = await ask(enableIntegration, {
        body: { ...enable, credential: { ...vendor.credential } },
      });
      const params = { integrationId };
      const whole = { params, body: { selection: { mode: 'all' as const } } };
      const previewed = await ask(previewSelection, whole);
      expect(await ended(ask, previewed.id)).toBe('previewed');
      const saved = async () => (await ask(saveSelection, whole)).id;
      const runId =
        (provider.selects === null ? await forced(ask) : await saved()) ?? newId<'run'>();
      expect(await ended(ask, runId)).toBe('done');
      vendor.simulator.faults.set([{ kind: 'unauthorized', path: '/workspaces/' }]);
      if (provider.schedule === 'hourly') vendor.simulator.faults.set([{ kind: 'unauthorized' }]);
      const other = listeningClient(process, await aMember(account, { role: 'administrator' }));
      const refused = provider.schedule === 'hourly' ? await forced(other.ask) : await saved();
      expect(await ended(ask, refused ?? newId<'run'>())).toBe('failed');
      expect(await ask(readIntegration, { params })).toMatchObject({ state: 'paused' });
      await Promise.allSettled([ask(listContainers, { params }), ask(listPeople, { params })]);
      const { mails } = await ask(listMails);
      expect(mails.map(({ subject }) => subject)).toContain(
        `${provider.name} no longer accepts the credential`,
      );
      const things = { integrationId, runId, provider: provider.id };
      const places = {
        log: process.log(),
        answers: [...answers, ...other.answers].join('\n'),
        reading: await readEverything(process, administrator, things),
        tables: await everythingStored(),
      };
      expect(places.log.length).toBeGreaterThan(1000);
      expect(tokens.size).toBeGreaterThan(0);
      for (const secret of [...typed, ...Object.values(wrong), ...tokens]) {
        expect(secret.length).toBeGreaterThan(5);
        for (const [place, text] of Object.entries(places))
          expect([place, text.includes(secret)]).toEqual([place, false]);
      }
    });
  },
);

/** Presses Force synchronization. */
async function forced(ask: Client): Promise<RunId | undefined> {
  return (await ask(forceSynchronization)).runs[0]?.id;
}

/** Waits for the end of a run. */
async function ended(ask: Client, runId: RunId): Promise<string> {
  const stateOf = async () => ask(readRun, { params: { runId } });
  await expect.poll(async () => (await stateOf()).finishedAt, { timeout: 60_000 }).not.toBeNull();
  return (await stateOf()).state;
}
