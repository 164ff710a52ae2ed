import { newId } from '@timegrove/contract/new-id.ts';
import type { Bench } from '../pieces/bench.ts';
import { ask } from '../pieces/ask.ts';
import { startServer } from '../pieces/children.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { listenForNews, type Listener } from '../pieces/listener.ts';
import { median, p99 } from '../pieces/statistics.ts';
import { aTree, treeDatabase, type Tree } from '../pieces/tree.ts';

const starts = 150;
const openedAtOnce = 20;
const patienceMs = 10_000;

/**
 * From sending the start of a timer to the news of it at every other client of that member, with
 * 200 and with 2 000 clients open. The server is another process; the clients are this one.
 */
export async function news({ scratch, note }: Bench): Promise<Figure[]> {
  const tree = await aTree(scratch);
  const url = await scratch.database('news', treeDatabase);
  const figures: Figure[] = [];
  for (const clients of [200, 2000]) {
    const server = await startServer(url);
    const times = await measure(server.url, tree, clients);
    note(
      `${times.length} pieces of news at ${clients} clients, median ${median(times).toFixed(1)} ms`,
    );
    figures.push(atMost(`news-${clients}-clients`, p99(times), 'ms p99', 250));
    await server.stop();
  }
  await scratch.drop('news');
  return figures;
}

async function measure(server: string, tree: Tree, clients: number): Promise<number[]> {
  const times: number[] = [];
  let round: Round | undefined;
  const listeners = await openAll(server, tree, clients, (at) => round?.hear(at));
  for (let at = 0; at < starts; at += 1) {
    const place = at % tree.people.length;
    const cookie = tree.people[place]?.cookie ?? '';
    const body = { id: newId<'entry'>(), taskId: tree.trackable[place], zone: 'UTC' };
    round = aRound(clientsOf(tree, clients, place));
    await ask('POST', `${server}/api/timers`, cookie, body);
    times.push(...(await round.times));
  }
  for (const listener of listeners) listener.close();
  return times;
}

/** One start, and when each of the member's clients heard of it. */
interface Round {
  readonly hear: (at: number) => void;
  /** In milliseconds since the start was sent. */
  readonly times: Promise<number[]>;
}

function aRound(expected: number): Round {
  const sentAt = performance.now();
  const times: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<number[]>();
  const late = setTimeout(() => reject(new Error('news did not arrive')), patienceMs);
  return {
    times: promise,
    hear: (at) => {
      times.push(at - sentAt);
      if (times.length < expected) return;
      clearTimeout(late);
      resolve(times);
    },
  };
}

/** Opens the clients, the members in turn. */
async function openAll(
  server: string,
  { people }: Tree,
  clients: number,
  hear: (at: number) => void,
): Promise<Listener[]> {
  const listeners: Listener[] = [];
  for (let at = 0; at < clients; at += openedAtOnce) {
    const opening = Array.from({ length: Math.min(openedAtOnce, clients - at) }, async (_, more) =>
      listenForNews(server, people[(at + more) % people.length]?.cookie ?? '', 'timer', hear),
    );
    listeners.push(...(await Promise.all(opening)));
  }
  return listeners;
}

function clientsOf({ people }: Tree, clients: number, place: number): number {
  return Math.floor(clients / people.length) + (place < clients % people.length ? 1 : 0);
}
