import { searchTasks } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aServer } from '../../testing/server.ts';
import { aMember, anAccount, anAssignment, aTask } from '../../testing/world.ts';

const server = await aServer();
const account = await anAccount(server);

const word = fc.constantFrom(
  'plan',
  'planet',
  'über',
  'ÜBERALL',
  '100%',
  'a_b',
  'ab',
  '🚀',
  'שלום',
  '東京',
);
const planted = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  parent: fc.option(fc.nat(30)),
  archived: fc.integer({ min: 1, max: 8 }).map((dice) => dice === 1),
});
const typed = fc.array(
  word.chain((whole) =>
    fc.nat(3).map((cut) =>
      Array.from(whole)
        .slice(0, 4 - cut)
        .join(''),
    ),
  ),
  { minLength: 1, maxLength: 2 },
);

interface Planted {
  readonly id: TaskId;
  readonly name: string;
  readonly lineage: readonly TaskId[];
  readonly archived: boolean;
}

describe('whatever is searched for', () => {
  it('only what the member may track on is found, and all of it that holds every word', async () => {
    let found = 0;
    const holds = fc.asyncProperty(
      fc.array(planted, { minLength: 15, maxLength: 30 }),
      fc.array(fc.nat(30), { maxLength: 5 }),
      fc.array(typed, { minLength: 3, maxLength: 6 }),
      async (tree, assigned, searches) => {
        const tasks = await plant(tree);
        const member = await aMember(account);
        const branches = new Set(assigned.flatMap((at) => tasks[at % tasks.length] ?? []));
        for (const { id } of branches) await anAssignment(account, id, member, 'guest');
        const tops = new Set([...branches].map(({ id }) => id));
        const mine = tasks.filter((task) => task.lineage.some((id) => tops.has(id)));
        const open = mine.filter((task) => !task.archived);
        const openIds = new Set(open.map(({ id }) => id));
        for (const words of searches) {
          const answer = await member.ask(searchTasks, {
            query: { q: words.join(' '), limit: 100 },
          });
          const ids = answer.tasks.map((task) => task.id);
          found += ids.length;
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => !openIds.has(id))).toEqual([]);
          const expected = open.filter(({ name }) => words.every((one) => beginsWord(name, one)));
          expect(expected.filter(({ id }) => !ids.includes(id))).toEqual([]);
        }
      },
    );
    await fc.assert(holds, { numRuns: 25 });
    expect(found).toBeGreaterThan(50);
  }, 60_000);
});

/** Every reach finds at least the words of a name that begin so. */
function beginsWord(name: string, typedWord: string): boolean {
  const begins = typedWord.toLowerCase();
  return name.split(' ').some((one) => one.toLowerCase().startsWith(begins));
}

async function plant(
  tree: readonly { name: string; parent: number | null; archived: boolean }[],
): Promise<Planted[]> {
  const tasks: Planted[] = [];
  for (const { name, parent: at, archived } of tree) {
    const parent = at === null || tasks.length === 0 ? undefined : tasks[at % tasks.length];
    const gone = archived || parent?.archived === true;
    const id = await aTask(account, {
      name,
      archived: gone,
      ...(parent !== undefined && { parent: parent.id }),
    });
    tasks.push({ id, name, archived: gone, lineage: [...(parent?.lineage ?? []), id] });
  }
  return tasks;
}
