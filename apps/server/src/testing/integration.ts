import { enableIntegration, saveSelection } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, readRun, type Run } from '@timegrove/contract/runs.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { Engine } from '../features/sync/engine.ts';
import { executeRun } from '../features/sync/execute-run.ts';
import type { TestServer } from './server.ts';
import type { TestVendor } from './vendor.ts';
import type { TestAccount } from './world.ts';

/** What carries out runs on a test server. */
export function engineOf({ database, house, clock, app }: TestServer): Engine {
  return { database, house, now: clock.now, log: app.log };
}

/** Carries out every waiting run, and those that follow from them. */
export async function carryOutRuns(server: TestServer): Promise<void> {
  for (let runs = server.jobs.takeRuns(); runs.length > 0; runs = server.jobs.takeRuns()) {
    for (const run of runs) await executeRun(engineOf(server), run);
  }
}

/** Enables the vendor for the account as its administrator does; nothing is imported yet. */
export async function anEnabled(account: TestAccount, vendor: TestVendor): Promise<IntegrationId> {
  const { id } = await account.administrator.ask(enableIntegration, {
    body: {
      id: newId<'integration'>(),
      provider: vendor.simulator.id,
      credential: { ...vendor.credential },
    },
  });
  return id;
}

/** Saves a selection and waits for its run. */
export async function imported(
  account: TestAccount,
  integrationId: IntegrationId,
  selection: Selection = { mode: 'all' },
): Promise<Run> {
  const { administrator, server } = account;
  const body = {
    selection:
      selection.mode === 'all' ? selection : { mode: selection.mode, ids: [...selection.ids] },
  };
  const { id } = await administrator.ask(saveSelection, { params: { integrationId }, body });
  await carryOutRuns(server);
  return administrator.ask(readRun, { params: { runId: id } });
}

/** Presses Force synchronization a minute later and waits for the run. */
export async function synchronized(account: TestAccount): Promise<Run> {
  const { administrator, server } = account;
  server.clock.advance({ minutes: 1 });
  const { runs } = await administrator.ask(forceSynchronization);
  await carryOutRuns(server);
  const [run] = runs;
  if (run === undefined) throw new Error('nothing was there to synchronize');
  return administrator.ask(readRun, { params: { runId: run.id } });
}

/** The imported tasks of an account as lines: path, and the reason where one is archived. */
export async function treeOf({ server, id }: TestAccount): Promise<string[]> {
  const rows = await server.database.db
    .selectFrom('task')
    .select(['id', 'name', 'lineage', 'archived_reason'])
    .where('account_id', '=', id)
    .where('integration_id', 'is not', null)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return rows
    .map(({ lineage, archived_reason: reason }) => {
      const path = lineage.map((one) => names.get(one) ?? '?').join(' › ');
      return reason === null ? path : `${path} (${reason})`;
    })
    .sort();
}
