import { addEntry, listEntries } from '@timegrove/contract/entries.ts';
import { listContainers, saveSelection } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readTask } from '@timegrove/contract/tasks.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { Act } from '@timegrove/providers/kit/sandbox/act.ts';
import type { SandboxNode } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBranch, aSibling, moved } from '../../testing/branch.ts';
import {
  aLink,
  anEnabled,
  changesOf,
  imported,
  syncedAgain,
  taskOf,
  treeOf,
} from '../../testing/integration.ts';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { allVendors, everyProvider, type TestVendors } from '../../testing/vendor.ts';
import { anAccount, type TestAccount } from '../../testing/world.ts';

let server: TestServer;
let vendors: TestVendors;
let account: TestAccount;

beforeAll(async () => {
  vendors = await allVendors();
  server = await aServer({ sandboxUrl: vendors.url });
});
beforeEach(async () => {
  vendors.reset();
  account = await anAccount(server);
});

/** What stands in the tree of a branch, as lines of names. */
async function branchOf(name: string): Promise<string[]> {
  return linesOf(await treeOf(account), name);
}

/** The archived tasks of a branch, by the kind in their names, with the reason. */
async function archivedOf(name: string): Promise<Record<string, string>> {
  const lines = (await branchOf(name)).flatMap((line) => {
    const [, kind = '', reason = ''] = /(\w+) \(([\w-]+)\)$/.exec(line) ?? [];
    return reason === '' ? [] : [[kind, reason] as const];
  });
  return Object.fromEntries(lines);
}

describe('the three side by side', () => {
  it.each([
    {
      id: 'meistertask',
      tree: [
        'MeisterTask',
        'MeisterTask › Site project',
        'MeisterTask › Site project › Site list',
        'MeisterTask › Site project › Site list › Site task',
      ],
    },
    {
      id: 'planner',
      tree: [
        'Planner',
        'Planner › Leerhaus',
        'Planner › Site workspace',
        'Planner › Site workspace › Site project',
        'Planner › Site workspace › Site project › Site list',
        'Planner › Site workspace › Site project › Site list › Site task',
      ],
    },
    {
      id: 'toggl',
      tree: [
        'Toggl',
        'Toggl › Site workspace',
        'Toggl › Site workspace › Site client',
        'Toggl › Site workspace › Site client › Site project',
        'Toggl › Site workspace › Site client › Site project › Site task',
        'Toggl › Still empty',
      ],
    },
  ])('$id: the root project and the tree below it', async ({ id, tree }) => {
    aBranch(vendors.of(id), 'Site');
    const { run } = await aLink(account, vendors.of(id));
    expect(run).toMatchObject({ state: 'done', trigger: 'enable' });
    expect(await treeOf(account)).toEqual(tree);
  });

  it('toggl: a project without client sits directly under its workspace', async () => {
    const vendor = vendors.of('toggl');
    const space = vendor.create('workspace', 'Site workspace');
    const project = vendor.create('project', 'Bookkeeping', space);
    vendor.create('task', 'Taxes', project);
    await aLink(account, vendor);
    expect(await branchOf('Site')).toEqual([
      'Toggl › Site workspace',
      'Toggl › Site workspace › Bookkeeping',
      'Toggl › Site workspace › Bookkeeping › Taxes',
    ]);
  });

  it('planner: direct chats are skipped, and so is what is private to somebody else', async () => {
    await aLink(account, vendors.of('planner', 'demo'));
    const tree = await treeOf(account);
    expect(tree.length).toBeGreaterThan(100);
    expect(tree.filter((line) => line.endsWith(' › Hello') || line.includes('›  '))).toEqual([]);
    expect(tree.filter((line) => line.includes('Works council'))).toEqual([]);
    expect(tree.filter((line) => line.endsWith('Plan of Salary talks'))).toHaveLength(1);
  });

  it('planner: a part of a task sits below that task', async () => {
    const vendor = vendors.of('planner');
    const { leaf } = aBranch(vendor, 'Site');
    vendor.create('task', 'Site part', leaf);
    await aLink(account, vendor);
    expect((await branchOf('Site')).at(-1)).toBe(
      'Planner › Site workspace › Site project › Site list › Site task › Site part',
    );
  });
});

/** What happens to one kind of thing at the vendor, and what is archived then, with the reason. */
interface Fate {
  readonly kind: string;
  readonly what: Act['do'];
  readonly undo?: Act['do'];
  /** Everything else of the branch stays active. */
  readonly archived: Record<string, string>;
}

const below = 'with-parent';
const archivedThere = 'archived-at-vendor';
const deletedThere = 'deleted-at-vendor';
const gone = 'absent-at-vendor';
const doneThere = 'completed-at-vendor';

/** MeisterTask: a project takes its whole branch along; lists and tasks stay active. */
const meistertask: readonly Fate[] = [
  {
    kind: 'project',
    what: 'archive',
    undo: 'restore',
    archived: { project: archivedThere, list: below, task: below },
  },
  {
    kind: 'project',
    what: 'trash',
    undo: 'restore',
    archived: { project: gone, list: below, task: below },
  },
  { kind: 'project', what: 'delete', archived: { project: gone, list: below, task: below } },
  { kind: 'list', what: 'trash', undo: 'restore', archived: {} },
  { kind: 'list', what: 'delete', archived: {} },
  { kind: 'task', what: 'archive', undo: 'restore', archived: {} },
  { kind: 'task', what: 'trash', undo: 'restore', archived: {} },
  { kind: 'task', what: 'delete', archived: {} },
  { kind: 'task', what: 'complete', undo: 'reopen', archived: {} },
];

/** Planner: every level goes with what is below it; what is completed stays active. */
const planner: readonly Fate[] = [
  ...planned('archive', 'restore', archivedThere),
  ...planned('trash', 'restore', gone),
  ...planned('delete', undefined, gone),
  { kind: 'task', what: 'archive', undo: 'restore', archived: { task: archivedThere } },
  { kind: 'task', what: 'trash', undo: 'restore', archived: { task: deletedThere } },
  { kind: 'task', what: 'delete', archived: { task: gone } },
  { kind: 'task', what: 'complete', undo: 'reopen', archived: {} },
];

function planned(what: Act['do'], undo: Act['do'] | undefined, reason: string): Fate[] {
  const life = { what, ...(undo && { undo }) };
  return [
    {
      ...life,
      kind: 'workspace',
      archived: { workspace: reason, project: below, list: below, task: below },
    },
    { ...life, kind: 'project', archived: { project: reason, list: below, task: below } },
    { ...life, kind: 'list', archived: { list: reason, task: below } },
  ];
}

/** Toggl: every level goes with what is below it, and a task that is done goes as well. */
const toggl: readonly Fate[] = [
  {
    kind: 'workspace',
    what: 'trash',
    undo: 'restore',
    archived: { workspace: deletedThere, client: below, project: below, task: below },
  },
  {
    kind: 'workspace',
    what: 'delete',
    archived: { workspace: gone, client: below, project: below, task: below },
  },
  // Toggl archives the projects with their client, and does not bring them back with it.
  {
    kind: 'client',
    what: 'archive',
    archived: { client: archivedThere, project: archivedThere, task: below },
  },
  // Toggl keeps the projects of a deleted client, without a client.
  { kind: 'client', what: 'delete', archived: { client: gone } },
  {
    kind: 'project',
    what: 'archive',
    undo: 'restore',
    archived: { project: archivedThere, task: below },
  },
  { kind: 'project', what: 'delete', archived: { project: gone, task: below } },
  { kind: 'task', what: 'complete', undo: 'reopen', archived: { task: doneThere } },
  { kind: 'task', what: 'delete', archived: { task: gone } },
];

describe('the three side by side: archived, deleted, completed at the vendor', () => {
  it.each([
    { id: 'meistertask', fates: meistertask },
    { id: 'planner', fates: planner },
    { id: 'toggl', fates: toggl },
  ])('$id', async ({ id, fates }) => {
    const vendor = vendors.of(id);
    // So many others that the rest is no mass change, which would be held.
    const others = aBranch(vendor, 'Others');
    for (let index = 0; index < 120; index += 1)
      aSibling(vendor, others, others.leaf.kind, `Others ${index}`);
    const lives = fates.map((fate) => ({
      fate,
      name: `${fate.what} ${fate.kind}`,
      branch: aBranch(vendor, `${fate.what} ${fate.kind}`),
    }));
    const link = await aLink(account, vendor);
    const before = await treeOf(account);
    const archived = async () => {
      const all = lives.map(async ({ name }) => [name, await archivedOf(name)] as const);
      return Object.fromEntries(await Promise.all(all));
    };
    for (const { fate, branch } of lives) vendor.act(fate.what, branch.of(fate.kind));
    const run = await syncedAgain(link);
    expect(await archived()).toEqual(
      Object.fromEntries(lives.map(({ name, fate }) => [name, fate.archived])),
    );
    expect(run.counts).toMatchObject({
      created: 0,
      archived: fates.reduce((sum, fate) => sum + Object.keys(fate.archived).length, 0),
    });
    expect((await syncedAgain(link)).counts).toMatchObject({ archived: 0, restored: 0 });
    for (const { fate, branch } of lives)
      if (fate.undo !== undefined) vendor.act(fate.undo, branch.of(fate.kind));
    const back = await syncedAgain(link);
    expect(back.counts).toMatchObject({ created: 0, archived: 0 });
    expect(await archived()).toEqual(
      Object.fromEntries(
        lives.map(({ name, fate }) => [name, fate.undo === undefined ? fate.archived : {}]),
      ),
    );
    const after = await treeOf(account);
    for (const { name, fate } of lives.filter(({ fate: { undo } }) => undo !== undefined))
      expect(linesOf(after, name), fate.kind).toEqual(linesOf(before, name));
  });

  it.each([
    { id: 'meistertask', comes: true },
    { id: 'planner', comes: true },
    { id: 'toggl', comes: false },
  ])('$id: what is completed when it is first seen', async ({ id, comes }) => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    vendor.act('complete', branch.leaf);
    const { run } = await aLink(account, vendor);
    expect((await branchOf('Site')).some((line) => line.endsWith(branch.leaf.name))).toBe(comes);
    expect(await changesOf({ account }, run.id)).toEqual(
      comes ? expect.anything() : expect.arrayContaining(['skipped | Site task | completed']),
    );
  });

  it('toggl: a client that returns leaves its projects archived until each is restored', async () => {
    const vendor = vendors.of('toggl');
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('archive', branch.of('client'));
    await syncedAgain(link);
    vendor.act('restore', branch.of('client'));
    await syncedAgain(link);
    expect(await archivedOf('Site')).toEqual({ project: archivedThere, task: below });
    vendor.act('restore', branch.of('project'));
    await syncedAgain(link);
    expect(await archivedOf('Site')).toEqual({});
  });

  it('toggl: the projects of a deleted client follow to the workspace', async () => {
    const vendor = vendors.of('toggl');
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('delete', branch.of('client'));
    await syncedAgain(link);
    expect(await branchOf('Site')).toContain('Toggl › Site workspace › Site project › Site task');
  });
});

describe.each(everyProvider)('$name', ({ id, levels, selects }) => {
  const kinds = levels.map(({ kind }) => kind);

  it('a second sync changes nothing', async () => {
    const link = await aLink(account, vendors.of(id, 'demo'));
    const before = await treeOf(account);
    const run = await syncedAgain(link);
    expect(run).toMatchObject({
      state: 'done',
      counts: { created: 0, renamed: 0, moved: 0, archived: 0, restored: 0 },
    });
    expect(run.counts.unchanged).toBeGreaterThan(90);
    expect(await treeOf(account)).toEqual(before);
  });

  it('rule 5: a rename follows on every level, and the task stays the same', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const tasks = await Promise.all(branch.nodes.map(async (node) => taskOf(link, node)));
    for (const node of branch.nodes) vendor.act('rename', node, { name: `New ${node.kind}` });
    const run = await syncedAgain(link);
    expect(run.counts).toMatchObject({ renamed: kinds.length, created: 0, archived: 0 });
    expect((await changesOf(link, run.id)).sort()).toEqual(
      kinds.map((kind) => `renamed | New ${kind} | Site ${kind} | New ${kind}`).sort(),
    );
    expect(await Promise.all(branch.nodes.map(async (node) => taskOf(link, node)))).toEqual(tasks);
    expect((await branchOf('New')).at(-1)).toMatch(
      new RegExp(`› ${kinds.map((kind) => `New ${kind}`).join(' › ')}$`),
    );
  });

  it('rule 6: things of one name are different tasks, on every level', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const twins = kinds.map((kind) => aSibling(vendor, branch, kind, `Site ${kind}`));
    const link = await aLink(account, vendor);
    for (const twin of twins)
      expect(await taskOf(link, twin)).not.toBe(await taskOf(link, branch.of(twin.kind)));
    const run = await syncedAgain(link);
    expect(run.counts).toMatchObject({ created: 0, renamed: 0, moved: 0 });
  });

  it('rule 6: what was deleted and made anew under its name is another task', async () => {
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    vendor.act('delete', branch.leaf);
    const anew = aSibling(vendor, branch, branch.leaf.kind, branch.leaf.name);
    const run = await syncedAgain(link);
    expect(run.counts).toMatchObject({ created: 1, renamed: 0 });
    expect(await taskOf(link, anew)).not.toBe(await taskOf(link, branch.leaf));
  });

  it('a running timer stops when its task goes to the Archived tasks', async () => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const taskId = await taskOf(link, branch.leaf);
    await ask(startTimer, { body: { id: newId<'entry'>(), taskId, zone } });
    vendor.act('delete', branch.of('project'));
    await syncedAgain(link);
    expect((await ask(readTimer)).running).toBeNull();
    const again = ask(startTimer, { body: { id: newId<'entry'>(), taskId, zone } });
    expect(await refusalOf(again)).toMatchObject({ code: 'task-archived' });
  });

  it.runIf(selects)('rule 4: unticked goes to Archived, ticked again it returns', async () => {
    const vendor = vendors.of(id);
    const site = aBranch(vendor, 'Site').top;
    const shop = aBranch(vendor, 'Shop').top;
    const link = await aLink(account, vendor, ticked(site));
    const first = await branchOf('Site');
    expect(first).toHaveLength(kinds.length);
    expect(await branchOf('Shop')).toEqual([]);
    const taskId = await taskOf(link, site);
    await imported(account, link.id, ticked(shop));
    expect(await archivedOf('Site')).toEqual(
      Object.fromEntries(kinds.map((kind, at) => [kind, at === 0 ? 'not-selected' : below])),
    );
    expect(await archivedOf('Shop')).toEqual({});
    await imported(account, link.id, ticked(site, shop));
    expect(await branchOf('Site')).toEqual(first);
    expect(await taskOf(link, site)).toBe(taskId);
  });

  it.runIf(selects)('rule 4: new ones come by themselves after “import all” only', async () => {
    const vendor = vendors.of(id);
    const site = aBranch(vendor, 'Site').top;
    const link = await aLink(account, vendor, ticked(site));
    const blog = aBranch(vendor, 'Blog').top;
    const { containers } = await account.administrator.ask(listContainers, {
      params: { integrationId: link.id },
    });
    const isNew = containers.filter((one) => one.isNew).map(({ remoteId }) => remoteId);
    expect(isNew).toEqual([blog.id]);
    await syncedAgain(link);
    expect(await branchOf('Blog')).toEqual([]);
    await imported(account, link.id, { mode: 'all' });
    aBranch(vendor, 'Wiki');
    await syncedAgain(link);
    expect(await branchOf('Blog')).toHaveLength(kinds.length);
    expect(await branchOf('Wiki')).toHaveLength(kinds.length);
  });

  it.runIf(selects)('rule 4: ticking nothing at all is refused', async () => {
    const link = await aLink(account, vendors.of(id));
    const asked = account.administrator.ask(saveSelection, {
      params: { integrationId: link.id },
      body: { selection: { mode: 'ticked', ids: [] } },
    });
    expect(await refusalOf(asked)).toMatchObject({ code: 'selection-empty' });
  });

  it.runIf(selects)('what is deleted between selection and import is left out', async () => {
    const vendor = vendors.of(id);
    const [site, shop] = [aBranch(vendor, 'Site').top, aBranch(vendor, 'Shop').top];
    const integrationId = await anEnabled(account, vendor);
    vendor.act('delete', site);
    const run = await imported(account, integrationId, ticked(site, shop));
    expect(run.state).toBe('done');
    expect(await branchOf('Site')).toEqual([]);
    expect(await branchOf('Shop')).toHaveLength(kinds.length);
  });

  it.runIf(selects === null)(
    'rule 4: nothing is to be selected, everything visible comes',
    async () => {
      const vendor = vendors.of(id);
      aBranch(vendor, 'Site');
      const link = await aLink(account, vendor);
      const params = { integrationId: link.id };
      expect(await account.administrator.ask(listContainers, { params })).toEqual({
        containers: [],
      });
      aBranch(vendor, 'Wiki');
      await syncedAgain(link);
      expect(await branchOf('Wiki')).toHaveLength(kinds.length);
    },
  );
});

describe('rule 5: a move takes the task along with its time', () => {
  it.each([
    { id: 'meistertask', movable: ['task'] },
    { id: 'planner', movable: ['task'] },
    { id: 'toggl', movable: ['project', 'task'] },
  ])('$id: $movable', async ({ id, movable }) => {
    const { ask } = account.administrator;
    const vendor = vendors.of(id);
    const branch = aBranch(vendor, 'Site');
    const link = await aLink(account, vendor);
    const leaf = await taskOf(link, branch.leaf);
    await ask(addEntry, {
      body: {
        id: newId<'entry'>(),
        taskId: leaf,
        startedAt: '2026-03-02T07:00:00.000Z',
        stoppedAt: '2026-03-02T08:00:00.000Z',
        zone,
      },
    });
    const moves = branch.nodes.flatMap((node) => {
      const there = moved(vendor, branch, node.kind, `There ${node.kind}`);
      return there === null ? [] : [{ node, there }];
    });
    expect(moves.map(({ node }) => node.kind)).toEqual(movable);
    const tasks = await Promise.all(moves.map(async ({ node }) => taskOf(link, node)));
    const run = await syncedAgain(link);
    expect(run.counts).toMatchObject({ moved: movable.length, archived: 0 });
    for (const [at, { node, there }] of moves.entries()) {
      expect(await taskOf(link, node)).toBe(tasks[at]);
      const task = await ask(readTask, { params: { taskId: tasks[at] ?? leaf } });
      expect(task.parentId).toBe(await taskOf(link, there));
    }
    const { entries } = await ask(listEntries, { query: { from: '2026-03-02', to: '2026-03-02' } });
    expect(entries.map(({ task }) => [task?.id, task?.path.at(-1)])).toEqual([
      [leaf, `There ${branch.leaf.kind}`],
    ]);
  });

  it('toggl: a project gets a client and loses it', async () => {
    const vendor = vendors.of('toggl');
    const branch = aBranch(vendor, 'Site');
    const [space, client, project] = [branch.top, branch.of('client'), branch.of('project')];
    const link = await aLink(account, vendor);
    const [without] = (await branchOf('Site')).slice(-1);
    vendor.act('move', project, { parent: space.id });
    expect((await syncedAgain(link)).counts).toMatchObject({ moved: 1, created: 0 });
    expect(await branchOf('Site')).toContain('Toggl › Site workspace › Site project › Site task');
    vendor.act('move', project, { parent: client.id });
    await syncedAgain(link);
    expect((await branchOf('Site')).at(-1)).toBe(without);
  });

  it('meistertask, planner: a task moves to a list of another project', async () => {
    for (const id of ['meistertask', 'planner']) {
      const vendor = vendors.of(id);
      const branch = aBranch(vendor, 'Site');
      const link = await aLink(account, vendor);
      const other = aBranch(vendor, 'Shop');
      vendor.act('move', branch.leaf, { parent: other.of('list').id });
      expect((await syncedAgain(link)).counts).toMatchObject({ moved: 1, archived: 0 });
      expect((await branchOf('Shop')).some((line) => line.endsWith('Shop list › Site task'))).toBe(
        true,
      );
    }
  });
});

const zone = 'Europe/Berlin';

function ticked(...nodes: readonly SandboxNode[]): Selection {
  return { mode: 'ticked', ids: nodes.map(({ id }) => id) };
}

/** The lines of a branch. */
function linesOf(tree: readonly string[], name: string): string[] {
  return tree.filter((line) => line.includes(`${name} `));
}
