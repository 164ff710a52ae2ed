import { enableIntegration, unlinkIntegration } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { IntegrationId, MemberId, TaskId } from '@timegrove/domain/id.ts';
import { itemKey, type Level, type Provider, type Selection } from '@timegrove/domain/provider.ts';
import { loadProviders } from '@timegrove/providers/kit/load-providers.ts';
import { SandboxRefusal, type Act } from '@timegrove/providers/kit/sandbox/act.ts';
import type { Fault } from '@timegrove/providers/kit/sandbox/faults.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTransaction } from '../../database/transaction.ts';
import { engineOf } from '../../testing/integration.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aVendor, type TestVendor } from '../../testing/vendor.ts';
import { aMember, anAccount, type Person, type TestAccount } from '../../testing/world.ts';
import { executeRun } from './execute-run.ts';
import { startRun } from './start-run.ts';

/**
 * Rule 15 and all that lead to it: after any history of edits at the vendor, selections, faults,
 * crashes and re-links, one clean sync gives the tree of a fresh import, with archived and kept
 * remains and what people assigned; and one more changes nothing. 300 histories for each vendor in CI, 60 elsewhere; CONVERGENCE_RUNS
 * says how many.
 */
const histories = Number(
  process.env['CONVERGENCE_RUNS'] ?? (process.env['CI'] === undefined ? 60 : 300),
);

// The same histories every time, so that a failure is somebody's doing; another seed gives others.
const seed = Number(process.env['CONVERGENCE_SEED'] ?? 1);

type Step =
  | {
      readonly do: 'act';
      readonly act: Act['do'];
      readonly pick: number;
      readonly to: number;
      readonly level: number;
    }
  | { readonly do: 'sync' }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'crash'; readonly after: number }
  | { readonly do: 'select'; readonly mask: number | null }
  | { readonly do: 'relink'; readonly archive: boolean }
  | { readonly do: 'assign'; readonly pick: number; readonly role: 'guest' | null };

const act = fc.record({
  do: fc.constant('act' as const),
  act: fc.constantFrom(
    'create',
    'create',
    'rename',
    'move',
    'move',
    'move',
    'complete',
    'reopen',
    'archive',
    'trash',
    'restore',
    'delete',
  ),
  pick: fc.nat(60),
  to: fc.nat(60),
  level: fc.nat(3),
});
const fault = fc.constantFrom<Fault>(
  { kind: 'server-error', page: 1, times: 12 },
  { kind: 'html' },
  { kind: 'cut-off' },
  { kind: 'page-cap', rows: 2 },
  { kind: 'reorder' },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: act },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fault' as const), fault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('select' as const), mask: fc.option(fc.nat(255)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('relink' as const), archive: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('assign' as const),
      pick: fc.nat(60),
      role: fc.constantFrom('guest' as const, null),
    }),
  },
);

class Crash extends Error {}

/** One account that lives through a history, beside the vendor it is linked to. */
class Life {
  readonly server: TestServer;
  readonly vendor: TestVendor;
  readonly provider: Provider;
  readonly account: TestAccount;
  readonly colleague: Person;
  integrationId: IntegrationId;
  selection: Selection = { mode: 'all' };
  readonly byHand = new Map<TaskId, 'guest' | null>();

  constructor(given: {
    server: TestServer;
    vendor: TestVendor;
    provider: Provider;
    account: TestAccount;
    colleague: Person;
    integrationId: IntegrationId;
  }) {
    ({
      server: this.server,
      vendor: this.vendor,
      provider: this.provider,
      account: this.account,
      colleague: this.colleague,
      integrationId: this.integrationId,
    } = given);
  }
}

const enabling = (vendor: TestVendor) => ({
  body: {
    id: newId<'integration'>(),
    provider: vendor.simulator.id,
    credential: { ...vendor.credential },
  },
});

async function begin(server: TestServer, vendor: TestVendor, provider: Provider): Promise<Life> {
  const account = await anAccount(server);
  const colleague = await aMember(account);
  const { id: integrationId } = await account.administrator.ask(
    enableIntegration,
    enabling(vendor),
  );
  const life = new Life({ server, vendor, provider, account, colleague, integrationId });
  await choose(life, { mode: 'all' });
  return life;
}

async function choose(life: Life, selection: Selection): Promise<void> {
  life.selection = selection;
  await life.server.database.db
    .updateTable('integration')
    .set({ selection: JSON.stringify(selection), state: 'active' })
    .where('account_id', '=', life.account.id)
    .execute();
}

/** Runs one sync as the job runner would; a mass change is approved, as an administrator would. */
async function sync(life: Life, crashAfter?: number) {
  const { server, account, integrationId } = life;
  server.clock.advance({ minutes: 1 });
  let left = crashAfter ?? Number.POSITIVE_INFINITY;
  const engine = {
    ...engineOf(server),
    now: () => {
      left -= 1;
      if (left < 0) throw new Crash();
      return server.clock.now();
    },
  };
  const runId = await runTransaction(server.database.db, async (db, wishes) =>
    startRun(
      { ...wishes, db, now: server.clock.now(), house: server.house },
      { accountId: account.id, integrationId, trigger: 'approval', startedBy: null },
    ),
  );
  server.jobs.takeRuns();
  await executeRun(engine, { accountId: account.id, runId }).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  return server.database.db
    .selectFrom('run')
    .selectAll()
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
}

function nodesOf({ vendor }: Life): readonly SandboxNode[] {
  return vendor.simulator.tree(vendor.accountKey);
}

/** Something of the level above, so that most of what is tried is possible. */
function aboveOf(life: Life, kind: string, pick: number): { parent?: string } {
  const kinds = life.provider.levels.map((level) => level.kind);
  const above = nodesOf(life).filter((node) => node.kind === kinds[kinds.indexOf(kind) - 1]);
  const parent = above[pick % Math.max(1, above.length)];
  return parent === undefined ? {} : { parent: parent.id };
}

function actAtVendor(life: Life, step: Extract<Step, { do: 'act' }>): void {
  const { act: what, pick, to, level } = step;
  const { accountKey: account, simulator } = life.vendor;
  const kinds = life.provider.levels.map(({ kind }) => kind);
  const nodes = nodesOf(life).filter(({ kind }) => what !== 'move' || kind !== kinds[0]);
  const node = nodes[pick % Math.max(1, nodes.length)];
  try {
    if (what === 'create') {
      const kind = kinds[level % kinds.length] ?? '';
      const name = `${kind} ${pick % 5}`;
      simulator.act({ do: what, kind, name, account, ...aboveOf(life, kind, to) });
    } else if (node !== undefined) {
      const { kind, id } = node;
      const more = {
        ...(what === 'rename' && { name: `renamed ${to}` }),
        ...(what === 'move' && aboveOf(life, kind, to)),
      };
      simulator.act({ do: what, kind, id, account, ...more });
    }
  } catch (error) {
    // What the vendor itself does not let a person do is no part of the history.
    if (!(error instanceof SandboxRefusal)) throw error;
  }
}

/** Two things on every level below each of the level above, where the vendor lets a person make them. */
function plant(vendor: TestVendor, { levels }: Provider): void {
  let parents: (SandboxNode | undefined)[] = [undefined];
  for (const { kind } of levels) {
    for (const parent of parents)
      for (const name of ['one', 'two']) tryCreate(vendor, kind, name, parent);
    parents = vendor.simulator.tree(vendor.accountKey).filter((node) => node.kind === kind);
  }
}

function tryCreate(vendor: TestVendor, kind: string, name: string, parent?: SandboxNode): void {
  try {
    vendor.create(kind, name, parent);
  } catch (error) {
    if (!(error instanceof SandboxRefusal)) throw error;
  }
}

async function take(life: Life, next: Step): Promise<void> {
  const { administrator } = life.account;
  if (next.do === 'act') actAtVendor(life, next);
  else if (next.do === 'sync') await sync(life);
  else if (next.do === 'crash') await sync(life, next.after);
  else if (next.do === 'fault') {
    life.vendor.simulator.faults.set([next.fault]);
    await sync(life);
    life.vendor.simulator.faults.set([]);
  } else if (next.do === 'select') await selectSome(life, next.mask);
  else if (next.do === 'relink') {
    const params = { integrationId: life.integrationId };
    await administrator.ask(unlinkIntegration, { params, body: { archiveTasks: next.archive } });
    const again = await administrator.ask(enableIntegration, enabling(life.vendor));
    expect(again.id).toBe(life.integrationId);
    await choose(life, life.selection);
  } else await assignByHand(life, next);
}

async function selectSome(life: Life, mask: number | null): Promise<void> {
  if (life.provider.selects === null) return;
  const ids = nodesOf(life)
    .filter(({ kind }) => kind === life.provider.selects)
    .map(({ id }) => id);
  const ticked = ids.filter((_, index) => mask !== null && (mask >> (index % 8)) % 2 === 1);
  await choose(
    life,
    mask === null || ticked.length === 0 ? { mode: 'all' } : { mode: 'ticked', ids: ticked },
  );
}

async function assignByHand(
  life: Life,
  { pick, role }: Extract<Step, { do: 'assign' }>,
): Promise<void> {
  const { server, account, colleague } = life;
  const tasks = await server.database.db
    .selectFrom('task')
    .select('id')
    .where('account_id', '=', account.id)
    .orderBy('id')
    .execute();
  const task = tasks[pick % Math.max(1, tasks.length)];
  if (task === undefined) return;
  life.byHand.set(task.id, role);
  const row = { role, origin: 'hand' as const, changed_at: server.clock.now() };
  await server.database.db
    .insertInto('assignment')
    .values({ account_id: account.id, task_id: task.id, member_id: colleague.memberId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'task_id', 'member_id']).doUpdateSet(row),
    )
    .execute();
}

/** The active imported tasks by item, each with its name and where it is. */
async function treeOf({
  server,
  account,
}: Life): Promise<Map<string, { place: string; above: string | null }>> {
  const rows = await server.database.db
    .selectFrom('task')
    .select(['id', 'parent_id', 'name', 'item_kind', 'item_id', 'archived_reason', 'lineage'])
    .where('account_id', '=', account.id)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const keyOf = (id: TaskId | null) => {
    const row = id === null ? undefined : byId.get(id);
    return row === undefined
      ? null
      : itemKey({ kind: row.item_kind ?? '', remoteId: row.item_id ?? '' });
  };
  for (const row of rows) {
    const parent = row.parent_id === null ? [] : (byId.get(row.parent_id)?.lineage ?? []);
    expect(row.lineage).toEqual([...parent, row.id]);
  }
  return new Map(
    rows
      .filter((row) => row.archived_reason === null)
      .map((row) => [
        keyOf(row.id) ?? '',
        { place: `${row.name} in ${keyOf(row.parent_id)}`, above: keyOf(row.parent_id) },
      ]),
  );
}

/**
 * The states of what a sync may see. What was moved out of the selected containers, or into something
 * trashed, counts as absent: a provider need not read there, so it cannot tell it from what was deleted.
 */
function statesInSight(life: Life): Map<string, SandboxNode['state']> {
  const { selection, provider } = life;
  const nodes = nodesOf(life);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isInSight = (node: SandboxNode): boolean => {
    if (node.kind === provider.selects && selection.mode === 'ticked') {
      return selection.ids.includes(node.id);
    }
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    return parent === undefined || (parent.state !== 'trashed' && isInSight(parent));
  };
  return new Map(
    nodes
      .filter(isInSight)
      .map((node) => [itemKey({ kind: node.kind, remoteId: node.id }), node.state]),
  );
}

/** Whether an item of the vendor, or its absence, leaves a known task active by the policy of its level. */
function isKept(
  life: Life,
  states: ReadonlyMap<string, SandboxNode['state']>,
  key: string,
): boolean {
  const kind = key.slice(0, key.indexOf(':'));
  const level: Level | undefined = life.provider.levels.find((one) => one.kind === kind);
  if (level === undefined) return false;
  const state = states.get(key);
  if (state === 'active') return false;
  if (state === undefined) return level.policy.absent === 'keep';
  return level.policy[state === 'trashed' ? 'deleted' : state] === 'keep';
}

async function expectConverged(life: Life): Promise<void> {
  await sync(life);
  const clean = await sync(life);
  expect(clean).toMatchObject({
    state: 'done',
    created: 0,
    renamed: 0,
    moved: 0,
    archived: 0,
    restored: 0,
  });
  const fresh = await begin(life.server, life.vendor, life.provider);
  await choose(fresh, life.selection);
  await sync(fresh);
  const [lived, wanted] = [await treeOf(life), await treeOf(fresh)];
  for (const [key, { place }] of wanted) expect([key, lived.get(key)?.place]).toEqual([key, place]);
  const states = statesInSight(life);
  for (const [key] of lived) {
    if (wanted.has(key)) continue;
    const line = [];
    for (let at: string | null = key; at !== null; at = lived.get(at)?.above ?? null) line.push(at);
    expect([key, line.some((one) => isKept(life, states, one))]).toEqual([key, true]);
  }
  await expectHandMade(life);
}

async function expectHandMade({ server, account, colleague, byHand }: Life): Promise<void> {
  const rows = await server.database.db
    .selectFrom('assignment')
    .select(['task_id', 'role'])
    .where('account_id', '=', account.id)
    .where('member_id', '=', colleague.memberId satisfies MemberId)
    .where('origin', '=', 'hand')
    .execute();
  expect(new Map(rows.map((row) => [row.task_id, row.role]))).toEqual(byHand);
}

const { providers } = await loadProviders();

describe.each(providers.map((provider) => ({ name: provider.name, provider })))(
  'convergence with $name',
  ({ provider }) => {
    let server: TestServer;
    let vendor: TestVendor;
    beforeAll(async () => {
      vendor = await aVendor(provider.id);
      server = await aServer({ sandboxUrl: vendor.url });
    });

    it('any history ends in the tree of a fresh import', { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
          vendor.simulator.reset();
          plant(vendor, provider);
          const life = await begin(server, vendor, provider);
          for (const next of steps) await take(life, next);
          await expectConverged(life);
        }),
        { numRuns: histories, seed },
      );
      // Histories in which nothing happens would prove nothing.
      const { rows } = await server.database.pool.query(
        `select sum(created) > $1 as created, sum(renamed) > $1 / 6 as renamed, sum(moved) > $1 / 3 as moved,
          sum(archived) > $1 as archived, sum(restored) > $1 as restored from run`,
        [histories / 10],
      );
      expect(rows).toEqual([
        { created: true, renamed: true, moved: true, archived: true, restored: true },
      ]);
    });
  },
);
