import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidV7, type TaskId } from '../id.ts';
import {
  itemKey,
  type Area,
  type Fate,
  type Item,
  type ItemState,
  type Level,
  type Selection,
} from '../provider.ts';
import { mustBeHeld, planSize, type MirrorTask, type Plan } from './plan.ts';
import { reconcile } from './reconcile.ts';

let made = 0;
const newId = (): TaskId => uuidV7<'task'>((made += 1), new Uint8Array(10));
const root = newId();

function level(kind: string, fate: Fate): Level {
  return {
    kind,
    words: { one: kind, many: `${kind}s` },
    policy: { archived: fate, deleted: fate, completed: 'keep', absent: fate },
  };
}
/** The policy table of a vendor that archives only projects. */
const levels = [level('project', 'archive'), level('list', 'keep'), level('task', 'keep')];
/** The policy table of a vendor that archives on every level. */
const strictLevels = ['project', 'list', 'task'].map((kind) => level(kind, 'archive'));

const everywhere: Area[] = levels.map(({ kind }) => ({ kind, below: 'everywhere' }));

function item(
  kind: string,
  remoteId: string,
  parent: Item | null,
  changes: Partial<Item> = {},
): Item {
  const above = parent && { kind: parent.kind, remoteId: parent.remoteId };
  return {
    kind,
    remoteId,
    parent: above,
    name: `${kind} ${remoteId}`,
    state: 'active',
    url: null,
    ...changes,
  };
}

interface Given {
  mirror?: readonly MirrorTask[];
  items: readonly Item[];
  complete?: readonly Area[];
  lacking?: readonly Area[];
  selection?: Selection;
  levels?: readonly Level[];
}
function plan(given: Given): Plan {
  return reconcile({
    root,
    mirror: given.mirror ?? [],
    snapshot: {
      items: given.items,
      complete: given.complete ?? everywhere,
      lacking: given.lacking ?? [],
    },
    levels: given.levels ?? levels,
    selects: 'project',
    selection: given.selection ?? { mode: 'all' },
    newId,
  });
}

/** What the tree is after a plan. */
function applied(mirror: readonly MirrorTask[], { creates, ...rest }: Plan): MirrorTask[] {
  const tasks = new Map(mirror.map((task) => [task.id, task]));
  for (const { id, parentId, kind, remoteId, name } of creates) {
    expect(parentId === root || tasks.has(parentId)).toBe(true);
    tasks.set(id, { id, parentId, kind, remoteId, name, archived: null });
  }
  const change = (task: MirrorTask, to: Partial<MirrorTask>) => {
    const now = tasks.get(task.id);
    if (now !== undefined) tasks.set(task.id, { ...now, ...to });
  };
  for (const { task, name } of rest.renames) change(task, { name });
  for (const { task, parentId } of rest.moves) change(task, { parentId });
  for (const { task, reason } of [...rest.archives, ...rest.relabels])
    change(task, { archived: reason });
  for (const { task } of rest.restores) change(task, { archived: null });
  return [...tasks.values()];
}

function imported(items: readonly Item[], given: Partial<Given> = {}): MirrorTask[] {
  return applied([], plan({ ...given, items }));
}
function find(mirror: readonly MirrorTask[], remoteId: string): MirrorTask {
  const task = mirror.find((one) => one.remoteId === remoteId);
  if (task === undefined) throw new Error(`${remoteId} is not in the tree`);
  return task;
}

const site = item('project', 'site', null);
const todo = item('list', 'todo', site);
const logo = item('task', 'logo', todo);
const shop = item('project', 'shop', null);

describe('reconcile', () => {
  it('imports parents before children, whatever the order they were read in', () => {
    const { creates } = plan({ items: [logo, todo, site] });
    expect(creates.map((one) => one.remoteId)).toEqual(['site', 'todo', 'logo']);
    expect(creates[2]?.parentId).toBe(creates[1]?.id);
  });

  it('does nothing the second time', () => {
    const again = plan({ mirror: imported([site, todo, logo]), items: [site, todo, logo] });
    expect(planSize(again)).toBe(0);
    expect(again.unchanged).toBe(3);
  });

  it('rule 4: what is unticked goes to Archived with all below it and returns when ticked again', () => {
    const mirror = imported([site, todo, logo, shop]);
    const unticked = plan({
      mirror,
      items: [site, todo, logo, shop],
      selection: { mode: 'ticked', ids: ['shop'] },
    });
    expect(unticked.archives.map(({ task, reason }) => [task.remoteId, reason])).toEqual([
      ['site', 'not-selected'],
      ['todo', 'with-parent'],
      ['logo', 'with-parent'],
    ]);
    const back = plan({ mirror: applied(mirror, unticked), items: [site, todo, logo, shop] });
    expect(back.restores).toHaveLength(3);
  });

  it('rule 4: a project that is not ticked is not imported, and is reported once', () => {
    const { creates, skips } = plan({
      items: [site, todo, shop],
      selection: { mode: 'ticked', ids: ['shop'] },
    });
    expect(creates.map((one) => one.remoteId)).toEqual(['shop']);
    expect(skips).toMatchObject([{ remoteId: 'site', reason: 'not-selected' }]);
  });

  it('rule 5: a move to another parent moves the same task', () => {
    const mirror = imported([site, todo, logo, shop]);
    const moved = plan({ mirror, items: [site, todo, shop, item('task', 'logo', shop)] });
    expect(moved.moves).toEqual([
      { task: find(mirror, 'logo'), parentId: find(mirror, 'shop').id },
    ]);
    expect(planSize(moved)).toBe(1);
  });

  it('rule 6: the same id under a new name is a rename; the same name under another id is another task', () => {
    const mirror = imported([site]);
    const next = plan({
      mirror,
      items: [
        { ...site, name: 'Website' },
        item('project', 'site 2', null, { name: 'project site' }),
      ],
    });
    expect(next.renames).toMatchObject([{ name: 'Website' }]);
    expect(next.creates).toMatchObject([{ remoteId: 'site 2', name: 'project site' }]);
  });

  it('archives the whole branch of an archived project and restores it with it', () => {
    const mirror = imported([site, todo, logo]);
    const archived: Item = { ...site, state: 'archived' };
    const gone = applied(mirror, plan({ mirror, items: [archived, todo, logo] }));
    expect(gone.map((task) => task.archived)).toEqual([
      'archived-at-vendor',
      'with-parent',
      'with-parent',
    ]);
    const back = applied(gone, plan({ mirror: gone, items: [site, todo, logo] }));
    expect(back.map((task) => task.archived)).toEqual([null, null, null]);
  });

  it('keeps a deleted task active where the policy says so, also when it is no longer listed', () => {
    const mirror = imported([site, todo, logo]);
    expect(planSize(plan({ mirror, items: [site, todo, { ...logo, state: 'deleted' }] }))).toBe(0);
    expect(planSize(plan({ mirror, items: [site, todo] }))).toBe(0);
  });

  it('archives an absent task where the policy says so, and restores it when it returns', () => {
    const mirror = imported([site, todo, logo], { levels: strictLevels });
    const gone = plan({ mirror, items: [site, todo], levels: strictLevels });
    expect(gone.archives).toMatchObject([{ reason: 'absent-at-vendor' }]);
    const after = applied(mirror, gone);
    expect(
      plan({ mirror: after, items: [site, todo, logo], levels: strictLevels }).restores,
    ).toHaveLength(1);
  });

  it('rule 11: nothing is archived for absence from an area that was not read whole', () => {
    const mirror = imported([site, todo, logo, shop], { levels: strictLevels });
    const complete: Area[] = [{ kind: 'project', below: 'everywhere' }];
    const next = plan({ mirror, items: [site, shop], complete, levels: strictLevels });
    expect(planSize(next)).toBe(0);
    expect(next.skips.map(({ reason }) => reason)).toEqual([
      'not-read-completely',
      'not-read-completely',
    ]);
  });

  it('rule 11: a container read whole proves only what is below it', () => {
    const cart = item('list', 'cart', shop);
    const mirror = imported([site, todo, shop, cart], { levels: strictLevels });
    const complete: Area[] = [
      { kind: 'project', below: null },
      { kind: 'list', below: { kind: 'project', remoteId: 'shop' } },
    ];
    const next = plan({ mirror, items: [site, shop], complete, levels: strictLevels });
    expect(next.archives.map(({ task }) => task.remoteId)).toEqual(['cart']);
  });

  it('what the vendor’s plan has no more of stays as it was known, and goes and comes with its parent', () => {
    const done: Item = { ...item('task', 'done', todo), state: 'archived' };
    const strict = { levels: strictLevels };
    const first = imported([site, todo, logo, item('task', 'done', todo)], strict);
    const mirror = applied(
      first,
      plan({ ...strict, mirror: first, items: [site, todo, logo, done] }),
    );
    const downgraded = {
      ...strict,
      complete: everywhere.filter(({ kind }) => kind !== 'task'),
      lacking: [{ kind: 'task', below: { kind: 'list', remoteId: 'todo' } }],
    };
    const next = plan({ ...downgraded, mirror, items: [site, todo] });
    expect(planSize(next)).toBe(0);
    expect(next.skips).toMatchObject([{ remoteId: 'logo', reason: 'no-feature' }]);
    const gone = applied(
      mirror,
      plan({ ...downgraded, mirror, items: [{ ...site, state: 'archived' }, todo] }),
    );
    expect(find(gone, 'logo').archived).toBe('with-parent');
    const back = applied(gone, plan({ ...downgraded, mirror: gone, items: [site, todo] }));
    expect(back).toEqual(mirror);
  });

  it('rule 10: what was moved and archived while it was unlinked goes back to its place', () => {
    const [first, ...rest] = imported([site, todo, logo]).map((task) => ({
      ...task,
      parentId: null,
    }));
    const mirror = [
      { ...find(imported([site]), 'site'), id: first?.id ?? root, archived: 'by-hand' as const },
      ...rest,
    ];
    const next = plan({ mirror, items: [site, todo, logo] });
    expect(next.moves.map(({ task }) => task.remoteId)).toEqual(['todo', 'logo']);
    expect(next.restores.map(({ task }) => task.remoteId)).toEqual(['site']);
    expect(planSize(plan({ mirror: applied(mirror, next), items: [site, todo, logo] }))).toBe(0);
  });

  it('tells when a ticked project is not visible', () => {
    const { skips } = plan({ items: [site], selection: { mode: 'ticked', ids: ['site', 'gone'] } });
    expect(skips).toMatchObject([{ kind: 'project', remoteId: 'gone', reason: 'not-visible' }]);
  });

  it('leaves orphans alone: children of something the vendor no longer lists', () => {
    const { creates, skips } = plan({
      items: [site, item('list', 'lost', item('project', 'gone', null))],
    });
    expect(creates).toHaveLength(1);
    expect(skips).toMatchObject([{ remoteId: 'lost', reason: 'no-parent' }]);
  });

  it('gets out of a circle of parents', () => {
    const one: Item = { ...item('task', 'one', null), parent: { kind: 'task', remoteId: 'two' } };
    const two: Item = { ...item('task', 'two', null), parent: { kind: 'task', remoteId: 'one' } };
    expect(plan({ items: [one, two] }).creates).toEqual([]);
  });

  it('takes an item that arrives on two pages once, as it was read last', () => {
    const { creates } = plan({ items: [site, todo, { ...todo, name: 'To do' }] });
    expect(creates.map(({ name }) => name)).toEqual(['project site', 'To do']);
  });

  it('gives every item a name that can be stored and shown', () => {
    const names = ['', '  \t ', 'a\u0000b', 'x'.repeat(10_000), '\ud800', '🦊 שלום', '<script>'];
    const items = names.map((name, index) => item('project', String(index), null, { name }));
    const mirror = imported(items);
    expect(mirror.map(({ name }) => name)).toEqual([
      '(no name)',
      '(no name)',
      'a b',
      `${'x'.repeat(999)}…`,
      '\ufffd',
      '🦊 שלום',
      '<script>',
    ]);
    expect(planSize(plan({ mirror, items }))).toBe(0);
  });
});

describe('rule 12: mass change', () => {
  const many = Array.from({ length: 60 }, (_, index) => item('project', `p${index}`, null));
  const mirror = imported(many);

  it('is held when more than 30 % and more than 20 tasks would be archived', () => {
    expect(mustBeHeld(plan({ mirror, items: many.slice(21) }), mirror)).toBe(true);
    expect(mustBeHeld(plan({ mirror, items: many.slice(20) }), mirror)).toBe(false);
  });

  it('is not held for few tasks of a small tree, nor for a small share of a large one', () => {
    const small = mirror.slice(0, 15);
    expect(mustBeHeld(plan({ mirror: small, items: [] }), small)).toBe(false);
    const large = imported(
      Array.from({ length: 100 }, (_, index) => item('project', `p${index}`, null)),
    );
    expect(
      mustBeHeld(
        plan({
          mirror: large,
          items: Array.from({ length: 70 }, (_, index) => item('project', `p${index}`, null)),
        }),
        large,
      ),
    ).toBe(false);
  });

  it('is not held for what was deselected by hand, with all below it', () => {
    const tasks = Array.from({ length: 60 }, (_, index) => item('task', `t${index}`, todo));
    const tree = imported([site, todo, ...tasks, shop]);
    const next = plan({
      mirror: tree,
      items: [site, todo, ...tasks, shop],
      selection: { mode: 'ticked', ids: ['shop'] },
    });
    expect(next.archives).toHaveLength(62);
    expect(mustBeHeld(next, tree)).toBe(false);
  });
});

const states: ItemState[] = ['active', 'active', 'active', 'completed', 'archived', 'deleted'];
/** A vendor at one moment: for each possible item, whether it exists, where, and how. */
const vendor = fc
  .array(
    fc.record({
      exists: fc.boolean(),
      at: fc.nat(5),
      name: fc.nat(2),
      state: fc.constantFrom(...states),
    }),
    { minLength: 18, maxLength: 18 },
  )
  .map((drawn) => {
    const kinds = levels.map(({ kind }) => kind);
    const rows: Item[][] = kinds.map(() => []);
    drawn.forEach(({ exists, at, name, state }, index) => {
      const depth = Math.floor(index / 6);
      const parents = depth === 0 ? [] : (rows[depth - 1] ?? []);
      const parent = parents[at % Math.max(1, parents.length)] ?? null;
      if (!exists || (depth > 0 && parent === null)) return;
      rows[depth]?.push(
        item(kinds[depth] ?? '', String(index), parent, { name: `n${name}`, state }),
      );
    });
    return rows.flat();
  });
const selection = fc
  .option(fc.subarray(['0', '1', '2', '3', '4', '5']))
  .map((ids): Selection => (ids === null ? { mode: 'all' } : { mode: 'ticked', ids }));
const policy = fc.constantFrom(levels, strictLevels);

function shape(mirror: readonly MirrorTask[]): Map<string, string> {
  const byId = new Map(mirror.map((task) => [task.id, task]));
  return new Map(
    mirror
      .filter(({ archived }) => archived === null)
      .map((task) => {
        const parent = byId.get(task.parentId ?? root);
        return [
          itemKey(task),
          `${task.name} in ${parent === undefined ? 'root' : itemKey(parent)}`,
        ];
      }),
  );
}

describe('properties', () => {
  const history = fc.array(fc.tuple(vendor, selection), { minLength: 1, maxLength: 5 });

  it('converges: after any history one clean sync gives the tree of a fresh import, and kept or archived remains', () => {
    fc.assert(
      fc.property(history, policy, (moments, table) => {
        let mirror: MirrorTask[] = [];
        for (const [items, chosen] of moments)
          mirror = applied(mirror, plan({ mirror, items, selection: chosen, levels: table }));
        const [items, chosen] = moments.at(-1) ?? [[], { mode: 'all' as const }];
        const fresh = shape(imported(items, { selection: chosen, levels: table }));
        const after = shape(mirror);
        for (const [key, place] of fresh) expect(after.get(key)).toBe(place);
        const alive = new Map(items.map((one) => [itemKey(one), one.state]));
        for (const key of after.keys()) {
          if (fresh.has(key)) continue;
          // What is more than a fresh import is kept by policy, or lies below something kept.
          expect(table).toBe(levels);
          expect(key.startsWith('project')).toBe(false);
          expect([undefined, 'archived', 'deleted', 'active', 'completed']).toContain(
            alive.get(key),
          );
        }
        expect(planSize(plan({ mirror, items, selection: chosen, levels: table }))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves an active task below an archived one, nor two tasks for one item', () => {
    fc.assert(
      fc.property(history, policy, (moments, table) => {
        let mirror: MirrorTask[] = [];
        for (const [items, chosen] of moments)
          mirror = applied(mirror, plan({ mirror, items, selection: chosen, levels: table }));
        const byId = new Map(mirror.map((task) => [task.id, task]));
        for (const task of mirror) {
          if (task.archived === null)
            expect(byId.get(task.parentId ?? root)?.archived ?? null).toBe(null);
        }
        expect(new Set(mirror.map(itemKey)).size).toBe(mirror.length);
      }),
      { numRuns: 300 },
    );
  });

  it('rule 11: a read that proves nothing archives nothing for absence', () => {
    fc.assert(
      fc.property(vendor, policy, (items, table) => {
        const mirror = imported(items, { levels: table });
        const blind = plan({ mirror, items: [], complete: [], levels: table });
        expect(planSize(blind)).toBe(0);
      }),
    );
  });
});
