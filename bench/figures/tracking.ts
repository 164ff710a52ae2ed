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

/** What one server gave: how long each request took, and how many statements each kind needs. */
interface Seen {
  readonly ms: { readonly start: number[]; readonly stop: number[]; readonly day: number[] };
  readonly statements: { readonly startStop: number; readonly day: number };
}

/**
 * Starting, stopping and listing a day with 1 000 000 entries in the account, over HTTP on loopback
 * with sessions, the server in another process; and whether any of it takes more statements than
 * with 1 000 entries.
 */
export async function tracking({ scratch, note }: Bench): Promise<Figure[]> {
  const tree = await aTree(scratch);
  const little = await look(scratch, tree, few, 20);
  const much = await look(scratch, tree, many, rounds);
  const { ms } = much;
  const medians = [ms.start, ms.stop, ms.day].map((times) => median(times).toFixed(1));
  note(`${rounds} of each with ${many} entries, medians ${medians.join(', ')} ms`);
  return [
    atMost('start', p99(ms.start), 'ms p99', limit),
    atMost('stop', p99(ms.stop), 'ms p99', limit),
    atMost('day', p99(ms.day), 'ms p99', limit),
    exactly(
      'statements-start-stop',
      much.statements.startStop,
      'statements',
      little.statements.startStop,
    ),
    exactly('statements-day', much.statements.day, 'statements', little.statements.day),
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
  const ms: Seen['ms'] = { start: [], stop: [], day: [] };
  for (let at = 0; at < times; at += 1) {
    const tracked = await track(server, tree, at);
    ms.start.push(tracked.start);
    ms.stop.push(tracked.stop);
    const day = await listDay(server, tree, at, 1 + ((at * 37) % days));
    ms.day.push(day.ms);
  }
  return ms;
}

/** Counts the statements of one request of each kind, when everything is warm. */
async function countStatements(server: ServerChild, tree: Tree): Promise<Seen['statements']> {
  const before = await server.statements();
  await track(server, tree, 3);
  const between = await server.statements();
  await listDay(server, tree, 3, 1);
  return { startStop: between - before, day: (await server.statements()) - between };
}

async function track({ url }: ServerChild, { people, trackable }: Tree, at: number) {
  const person = people[at % people.length];
  const task = trackable[at % people.length];
  if (person === undefined || task === undefined) throw new RangeError('nobody is there');
  return startAndStop(url, person, task);
}

async function listDay({ url }: ServerChild, { people }: Tree, at: number, daysAgo: number) {
  const person = people[at % people.length];
  const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const answer = await ask('GET', `${url}/api/entries?from=${day}&to=${day}`, person?.cookie ?? '');
  if (!answer.text.includes(day)) throw new Error(`the day ${day} is empty`);
  return answer;
}
