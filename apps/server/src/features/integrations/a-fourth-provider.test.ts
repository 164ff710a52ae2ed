import {
  enableIntegration,
  listContainers,
  listProviders,
  previewSelection,
  readProviderHelp,
  saveSelection,
  unlinkIntegration,
} from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, readRun } from '@timegrove/contract/runs.ts';
import { changeTask } from '@timegrove/contract/tasks.ts';
import { startTimer } from '@timegrove/contract/timers.ts';
import type { IntegrationId, TaskId } from '@timegrove/domain/id.ts';
import { copyTemplate } from '@timegrove/providers/kit/copy-template.ts';
import { loadSandbox } from '@timegrove/providers/kit/load-sandboxes.ts';
import { serve } from '@timegrove/providers/kit/sandbox/serve.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutRuns, engineOf, treeOf } from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';
import { sweep } from '../sync/sweep.ts';

/**
 * What an author of a provider is promised: a folder made by copying the template works on the whole
 * server, and no other file knows of it. One story, told in order.
 */

const folder = copyTemplate('acme');
const { sandbox } = await loadSandbox(folder);
const simulator = sandbox.start({ size: 'agency', mount: '/acme' });
const served = await serve(async (request) => simulator.handle(request));
afterAll(async () => {
  await served.stop();
  folder.remove();
});

let server: TestServer;
let account: TestAccount;
let integrationId: IntegrationId;

beforeAll(async () => {
  server = await aServer({ extraProviders: [folder.path], sandboxUrl: served.url });
  account = await anAccount(server);
});

const nodes = () => simulator.tree(simulator.accounts.demo.key);
const [project] = nodes().filter(({ kind, state }) => kind === 'project' && state === 'active');
const [task] = nodes().filter(({ parent }) => parent === project?.id);
if (project === undefined || task === undefined) throw new Error('the sandbox is empty');

/** What the account has of the vendor's live things, and its root. */
function expectedPaths(): string[] {
  const names = new Map(nodes().map(({ id, name }) => [id, name]));
  const alive = nodes().filter(({ state, parent }) => {
    const above = nodes().find(({ id }) => id === parent);
    return state !== 'archived' && above?.state !== 'archived';
  });
  const paths = alive.map(({ name, parent }) =>
    ['Example', ...(parent === null ? [] : [names.get(parent)]), name].join(' › '),
  );
  return ['Example', ...paths].sort();
}

async function enable(token = simulator.accounts.demo.credential['token']) {
  return account.administrator.ask(enableIntegration, {
    body: { id: newId<'integration'>(), provider: 'acme', credential: { token: token ?? '' } },
  });
}

async function importAll() {
  const { id: runId } = await account.administrator.ask(saveSelection, {
    params: { integrationId },
    body: { selection: { mode: 'all' } },
  });
  await carryOutRuns(server);
  return account.administrator.ask(readRun, { params: { runId } });
}

async function taskIdOf(remoteId: string): Promise<TaskId> {
  const { id } = await server.database.db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', account.id)
    .where('item_id', '=', remoteId)
    .executeTakeFirstOrThrow();
  return id;
}

describe('a provider in a folder of its own', () => {
  it('stands among the others, with its icon and its help', async () => {
    const { ask } = account.administrator;
    const { providers } = await ask(listProviders);
    expect(providers.length).toBeGreaterThan(1);
    const acme = providers.find(({ id }) => id === 'acme');
    expect(acme).toMatchObject({ name: 'Example', schedule: 'hourly' });
    const icon = await server.app.inject(acme?.iconUrl ?? '');
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    // It has its help in English alone.
    const help = await ask(readProviderHelp, {
      params: { provider: 'acme' },
      query: { language: 'de' },
    });
    expect([help.language, help.parts.length]).toEqual(['en', 4]);
  });

  it('refuses a wrong credential, takes the right one and offers what can be chosen', async () => {
    const { code } = await refusalOf(enable('wrong'));
    expect(code).toBe('credential-refused');
    const enabled = await enable();
    expect(enabled).toMatchObject({ state: 'choosing', identity: { name: 'Alva Example' } });
    integrationId = enabled.id;
    const { containers } = await account.administrator.ask(listContainers, {
      params: { integrationId },
    });
    expect(containers.map(({ name }) => name)).toContain(project.name);
  });

  it('shows what will come before anything comes', async () => {
    const { ask } = account.administrator;
    const { id: runId } = await ask(previewSelection, {
      params: { integrationId },
      body: { selection: { mode: 'all' } },
    });
    await carryOutRuns(server);
    const run = await ask(readRun, { params: { runId } });
    expect(run.state).toBe('previewed');
    expect(run.counts.created).toBe(expectedPaths().length - 1);
    expect(await treeOf(account)).toEqual([]);
  });

  it('imports exactly what the vendor has, to be tracked on', async () => {
    const run = await importAll();
    expect(run).toMatchObject({ state: 'done', reason: null });
    expect(await treeOf(account)).toEqual(expectedPaths());
    const taskId = await taskIdOf(task.id);
    const { code } = await refusalOf(
      account.administrator.ask(changeTask, { params: { taskId }, body: { name: 'Mine' } }),
    );
    expect(code).toBe('task-read-only');
    await account.administrator.ask(startTimer, {
      body: { id: newId<'entry'>(), taskId, zone: 'Europe/Berlin' },
    });
  });

  it('follows the vendor by Force synchronization, and every hour', async () => {
    simulator.act({ do: 'rename', kind: 'project', id: project.id, name: 'Renamed' });
    await account.administrator.ask(forceSynchronization);
    await carryOutRuns(server);
    expect(await treeOf(account)).toEqual(expectedPaths());
    simulator.act({ do: 'rename', kind: 'task', id: task.id, name: 'Renamed as well' });
    server.clock.advance({ hours: 2 });
    await sweep(engineOf(server));
    await carryOutRuns(server);
    expect(await treeOf(account)).toContain('Example › Renamed › Renamed as well');
  });

  it('is unlinked, and takes its tasks over when it is enabled again', async () => {
    const { ask } = account.administrator;
    const taskId = await taskIdOf(task.id);
    await ask(unlinkIntegration, { params: { integrationId }, body: { archiveTasks: false } });
    await ask(changeTask, { params: { taskId }, body: { name: 'Mine' } });
    await enable();
    await importAll();
    expect(await taskIdOf(task.id)).toBe(taskId);
    expect(await treeOf(account)).toEqual(expectedPaths());
  });
});
