import type { Bench } from '../pieces/bench.ts';
import { ask } from '../pieces/ask.ts';
import { startServer, type ServerChild } from '../pieces/children.ts';
import { entriesADay, fillEntries } from '../pieces/entries.ts';
import { atMost, exactly, type Figure } from '../pieces/figure.ts';
import { median, p99 } from '../pieces/statistics.ts';
import { startAndStop } from '../pieces/track.ts';
import { aTree, treeDatabase, type Tree } from '../pieces/tree.ts';

const many = 1_000_000;
const few = 1_000;
const rounds = 400;
const limit = 30;
/** The most statements that one start and stop may take, `begin` and `commit` included. */
const mostStatements = 24;

/** What one server gave: how long each request took, and how many statements each kind needs. */
interface Seen {
  readonly ms: Readonly<Record<'start' | 'stop' | 'day' | 'week', number[]>>;
  readonly statements: Readonly<Record<'startStop' | 'day' | 'week', number>>;
}

/**
 * Starting, stopping and listing a day and a week with 1 000 000 entries in the account, over HTTP on loopback
 * with sessions, the server in another process; and whether any of it takes more statements than
 * with 1 000 entries.
 */
export async function tracking({ scratch, note }: Bench): Promise<Figure[]> {
  const tree = await aTree(scratch);
  const little = await look(scratch, tree, few, 20);
  const much = await look(scratch, tree, many, rounds);
  const { ms } = much;
  const medians = [ms.start, ms.stop, ms.day, ms.week].map((times) => median(times).toFixed(1));
  note(`${rounds} of each with ${many} entries, medians ${medians.join(', ')} ms`);
  return [
    atMost('start', p99(ms.start), 'ms p99', limit),
    atMost('stop', p99(ms.stop), 'ms p99', limit),
    atMost('day', p99(ms.day), 'ms p99', limit),
    atMost('week', p99(ms.week), 'ms p99', limit),
    atMost('statements-start-stop', much.statements.startStop, 'statements', mostStatements),
    exactly(
      'statements-start-stop-growth',
      much.statements.startStop - little.statements.startStop,
      'statements',
      0,
    ),
    exactly('statements-day', much.statements.day, 'statements', little.statements.day),
    exactly('statements-week', much.statements.week, 'statements', little.statements.week),
  ];
}

async function look(
  scratch: Bench['scratch'],
  tree: Tree,
  entries: number,
  times: number,
): Promise<Seen> {
  const url = await scratch.database('tracking', treeDatabase);
  await fillEntries(scratch, 'tracking', tree, entries);
  await scratch.asSuperuser('postgres', 'checkpoint');
  const server = await startServer(url);
  const days = Math.max(1, Math.floor(entries / tree.people.length / entriesADay));
  await measure(server, tree, days, 20);
  const ms = await measure(server, tree, days, times);
  const statements = await countStatements(server, tree);
  await server.stop();
  await scratch.drop('tracking');
  return { ms, statements };
}

async function measure(
  server: ServerChild,
  tree: Tree,
  days: number,
  times: number,
): Promise<Seen['ms']> {
  const ms: Seen['ms'] = { start: [], stop: [], day: [], week: [] };
  for (let at = 0; at < times; at += 1) {
    const tracked = await track(server, tree, at);
    ms.start.push(tracked.start);
    ms.stop.push(tracked.stop);
    const last = 1 + ((at * 37) % days);
    ms.day.push((await list(server, tree, at, { last, days: 1 })).ms);
    ms.week.push((await list(server, tree, at, { last, days: 7 })).ms);
  }
  return ms;
}

/** Counts the statements of one request of each kind, when everything is warm. */
async function countStatements(server: ServerChild, tree: Tree): Promise<Seen['statements']> {
  const taken = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await server.statements();
    await work();
    return (await server.statements()) - before;
  };
  return {
    startStop: await taken(async () => track(server, tree, 3)),
    day: await taken(async () => list(server, tree, 3, { last: 1, days: 1 })),
    week: await taken(async () => list(server, tree, 3, { last: 1, days: 7 })),
  };
}

async function track({ url }: ServerChild, { people, trackable }: Tree, at: number) {
  const person = people[at % people.length];
  const task = trackable[at % people.length];
  if (person === undefined || task === undefined) throw new RangeError('nobody is there');
  return startAndStop(url, person, task);
}

/** Lists so many days of a member, of which the last was so many days ago. */
async function list(
  { url }: ServerChild,
  { people }: Tree,
  at: number,
  { last, days }: { last: number; days: number },
) {
  const person = people[at % people.length];
  const [from, to] = [dayBefore(last + days - 1), dayBefore(last)];
  const answer = await ask('GET', `${url}/api/entries?from=${from}&to=${to}`, person?.cookie ?? '');
  if (!answer.text.includes(to)) throw new Error(`the day ${to} is empty`);
  return answer;
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
