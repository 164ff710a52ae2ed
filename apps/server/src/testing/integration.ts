import {
  enableIntegration,
  readIntegration,
  reenableIntegration,
  saveSelection,
  unlinkIntegration,
  type Integration,
} from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { forceSynchronization, listChanges, readRun, type Run } from '@timegrove/contract/runs.ts';
import type { IntegrationId, RunId, TaskId } from '@timegrove/domain/id.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
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

/** An account with an integration that has had its first run. */
export interface Link {
  readonly account: TestAccount;
  readonly vendor: TestVendor;
  readonly id: IntegrationId;
  /** The first run. */
  readonly run: Run;
}

/** Enables the vendor and imports, the way it goes with this vendor. */
export async function aLink(
  account: TestAccount,
  vendor: TestVendor,
  selection: Selection = { mode: 'all' },
): Promise<Link> {
  const id = await anEnabled(account, vendor);
  if (vendor.provider.selects !== null) {
    return { account, vendor, id, run: await imported(account, id, selection) };
  }
  await carryOutRuns(account.server);
  return { account, vendor, id, run: await lastRunOf({ account, id }) };
}

/** Brings the tree in step again, the way it goes with this vendor: by Force synchronization, or by Save. */
export async function syncedAgain(link: Link): Promise<Run> {
  const { account, vendor, id } = link;
  if (vendor.provider.schedule === 'on-save') {
    return imported(account, id, (await integrationOf(link)).selection ?? { mode: 'all' });
  }
  const { administrator, server } = account;
  server.clock.advance({ minutes: 1 });
  await administrator.ask(forceSynchronization);
  await carryOutRuns(server);
  return lastRunOf(link);
}

/**
 * Re-enables the integration the way it goes with this vendor, and carries its run out.
 * @param how.by who does it; the first administrator unless told
 * @param how.anew gives the credential also where the stored one would be tried first
 */
export async function reenabled(
  link: Link,
  { by = link.account.administrator, anew = false } = {},
): Promise<Run> {
  const { account, vendor, id } = link;
  const params = { integrationId: id };
  const credential = { ...vendor.credential };
  const { reenables } = vendor.provider;
  if (reenables === 'by-unlinking') {
    await by.ask(unlinkIntegration, { params, body: { archiveTasks: false } });
    await by.ask(enableIntegration, {
      body: { id: newId<'integration'>(), provider: vendor.provider.id, credential },
    });
  } else {
    const body = reenables === 'stored-first' && !anew ? {} : { credential };
    await by.ask(reenableIntegration, { params, body });
  }
  await carryOutRuns(account.server);
  return lastRunOf(link);
}

type Linked = Pick<Link, 'account' | 'id'>;

/** The integration as an administrator sees it. */
export async function integrationOf({ account, id }: Linked): Promise<Integration> {
  return account.administrator.ask(readIntegration, { params: { integrationId: id } });
}

async function lastRunOf(link: Linked): Promise<Run> {
  const { lastRun } = await integrationOf(link);
  if (lastRun === null) throw new Error('there was no run yet');
  return lastRun;
}

/** What a run did or would do, as lines: action, name, before, after, reason. */
export async function changesOf(
  { account }: Pick<Link, 'account'>,
  runId: RunId,
): Promise<string[]> {
  const { changes } = await account.administrator.ask(listChanges, { params: { runId } });
  return changes.map(({ action, name, before, after, reason }) =>
    [action, name, before, after, reason].filter(Boolean).join(' | '),
  );
}

/** The task of a thing at the vendor. */
export async function taskOf(
  { account }: Pick<Link, 'account'>,
  node: SandboxNode,
): Promise<TaskId> {
  const { id } = await account.server.database.db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', account.id)
    .where('item_kind', '=', node.kind)
    .where('item_id', '=', node.id)
    .executeTakeFirstOrThrow();
  return id;
}
