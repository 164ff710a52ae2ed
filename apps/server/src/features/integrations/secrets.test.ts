import { makeClient, type Client } from '@timegrove/contract/client.ts';
import {
  enableIntegration,
  listContainers,
  listIntegrations,
  previewSelection,
} from '@timegrove/contract/integrations.ts';
import { listMails } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, listRuns, readRun } from '@timegrove/contract/runs.ts';
import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aServerProcess, type ServerProcess } from '../../testing/server-process.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor } from '../../testing/vendor.ts';
import { anAccount, type Person } from '../../testing/world.ts';

const { providers } = await loadProviders();

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
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

describe.each(providers.map((provider) => ({ name: provider.name, provider })))(
  'rule 18: the secrets of $name',
  ({ provider }) => {
    it('are in no log, no answer, no refusal and no table', { timeout: 60_000 }, async () => {
      const vendor = await aVendor(provider.id, { account: 'demo' });
      const { administrator } = await anAccount(server);
      const process = await aServerProcess(server, vendor.url, 'debug');
      onTestFinished(async () => process.kill());
      const { ask, answers } = listeningClient(process, administrator);
      const secretFields = provider.fields.filter(({ secret }) => secret).map(({ key }) => key);
      const secrets = secretFields.map((key) => vendor.credential[key] ?? '');
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
      if (provider.selects !== null) await ask(listContainers, { params });
      const { id: runId } = await ask(previewSelection, {
        params,
        body: { selection: { mode: 'all' } },
      });
      await expect
        .poll(async () => (await ask(readRun, { params: { runId } })).finishedAt, {
          timeout: 20_000,
        })
        .not.toBeNull();
      vendor.simulator.faults.set([{ kind: 'unauthorized' }]);
      const { id: refusedId } = await ask(previewSelection, {
        params,
        body: { selection: { mode: 'all' } },
      });
      await expect
        .poll(async () => (await ask(readRun, { params: { runId: refusedId } })).finishedAt, {
          timeout: 20_000,
        })
        .not.toBeNull();
      await ask(forceSynchronization);
      await ask(listRuns, { params });
      await ask(listIntegrations);
      await ask(listMails);
      const places = {
        log: process.log(),
        answers: answers.join('\n'),
        tables: await everythingStored(),
      };
      expect(places.log.length).toBeGreaterThan(1000);
      for (const secret of [...secrets, ...Object.values(wrong)]) {
        expect(secret.length).toBeGreaterThan(5);
        for (const [place, text] of Object.entries(places))
          expect([place, text.includes(secret)]).toEqual([place, false]);
      }
    });
  },
);
