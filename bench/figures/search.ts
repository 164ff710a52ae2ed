import { makeHttpServer } from '../../apps/server/src/http/server.ts';
import { openPool } from '../../apps/server/src/database/open.ts';
import type { Bench } from '../pieces/bench.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { makeHouse } from '../pieces/house.ts';
import { median, p99 } from '../pieces/statistics.ts';
import { aTree, treeDatabase } from '../pieces/tree.ts';

const rounds = 12;

/** Typed one letter after the other: common words, rare ones, two words, and what is nowhere. */
const typed = [
  'review contact form',
  'Logo',
  'Hafenlicht',
  'phones',
  'goldkrume footer',
  'qzxv',
  'e r',
];

/**
 * Searching as one types over 100 000 tasks, at the server: through the whole HTTP side in this
 * process, without a socket. Once as the administrator, who is assigned to the root, and once as a
 * user who is assigned to one list.
 */
export async function search({ scratch, note }: Bench): Promise<Figure[]> {
  const { people } = await aTree(scratch);
  const database = openPool(await scratch.database('search', treeDatabase));
  const house = await makeHouse({ database });
  const { app, news } = await makeHttpServer({
    db: database.db,
    house,
    now: () => new Date(),
    logLevel: 'silent',
  });
  const queries = typed.flatMap(prefixes);
  const measure = async (cookie: string): Promise<number[]> => {
    const times: { q: string; ms: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      for (const q of queries) {
        const from = performance.now();
        const url = `/api/tasks/search?q=${encodeURIComponent(q)}`;
        const reply = await app.inject({ method: 'GET', url, headers: { cookie } });
        if (reply.statusCode !== 200) throw new Error(reply.payload);
        // The first round warms up.
        if (round > 0) times.push({ q, ms: performance.now() - from });
      }
    }
    const slowest = times.toSorted((one, other) => other.ms - one.ms)[0];
    const all = times.map(({ ms }) => ms);
    note(`${all.length} searches, median ${median(all).toFixed(1)} ms, slowest “${slowest?.q}”`);
    return all;
  };
  const administrator = await measure(people[0]?.cookie ?? '');
  const user = await measure(people.at(-1)?.cookie ?? '');
  news.close();
  await app.close();
  await database.close();
  await scratch.drop('search');
  return [
    atMost('search-administrator', p99(administrator), 'ms p99', 25),
    atMost('search-user', p99(user), 'ms p99', 25),
  ];
}

function prefixes(text: string): string[] {
  return [1, 2, 3, 5, 8, text.length]
    .filter((length, at, all) => length <= text.length && all.indexOf(length) === at)
    .map((length) => text.slice(0, length).trim());
}
