import { existsSync } from 'node:fs';
import { newId } from '@timegrove/contract/new-id.ts';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { z } from 'zod';
import { openPool } from '../../apps/server/src/database/open.ts';
import { ask } from '../pieces/ask.ts';
import type { Bench } from '../pieces/bench.ts';
import { startServer } from '../pieces/children.ts';
import { atLeast, type Figure } from '../pieces/figure.ts';
import { freePort } from '../pieces/free-port.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';
import { median } from '../pieces/statistics.ts';
import { aWorld } from '../pieces/world.ts';

const rounds = 5;
/** As many as a phone shows at once: what lies half below the bar at its bottom counts as too small to hit. */
const entries = 5;
const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const category = z.object({ score: z.number() });
const audit = z.object({ id: z.string(), score: z.number().nullable() });
const outcome = z.object({
  lhr: z.object({
    categories: z.object({ performance: category, accessibility: category }),
    audits: z.record(z.string(), audit),
  }),
});

/** What Lighthouse thinks of one screen: points of 100, and the audits that cost some. */
interface Opinion {
  readonly performance: number;
  readonly accessibility: number;
  readonly lost: readonly string[];
}

/**
 * The points that Lighthouse gives the built web app on a simulated phone with a slow network: the way
 * in, and a day of a member who is signed in.
 */
export async function measureLighthouse({ scratch, note }: Bench): Promise<Figure[]> {
  if (!existsSync(chromiumPath)) throw new Error('Chromium is missing; set CHROMIUM to its path');
  const databaseUrl = await scratch.database('lighthouse');
  const database = openPool(databaseUrl);
  const engine = makeEngine(database, await makeHouse({ database }));
  const { people } = await aWorld(engine, 1);
  await database.close();
  const cookie = people[1]?.cookie ?? '';
  const server = await startServer(databaseUrl);
  await fillDay(server.url, cookie);
  const signIn = await judge(server.url, {});
  const timesheet = await judge(server.url, { cookie });
  await server.stop();
  note(`sign-in: ${signIn.lost.join(', ')}`);
  note(`timesheet: ${timesheet.lost.join(', ')}`);
  return [
    atLeast('lighthouse-sign-in-performance', signIn.performance, 'points', 90),
    atLeast('lighthouse-sign-in-accessibility', signIn.accessibility, 'points', 100),
    atLeast('lighthouse-timesheet-performance', timesheet.performance, 'points', 90),
    atLeast('lighthouse-timesheet-accessibility', timesheet.accessibility, 'points', 100),
  ];
}

/** Entries of the last minutes, so that they are today's and over at any hour but the first minutes of a day. */
async function fillDay(url: string, cookie: string): Promise<void> {
  const now = Date.now();
  const moment = (secondsAgo: number): string => new Date(now - secondsAgo * 1000).toISOString();
  for (let at = 0; at < entries; at += 1) {
    const body = { id: newId<'entry'>(), taskId: null, note: `Piece ${at}`, zone: 'Europe/Berlin' };
    const times = { startedAt: moment(at * 20 + 20), stoppedAt: moment(at * 20 + 5) };
    await ask('POST', `${url}/api/entries`, cookie, { ...body, ...times });
  }
}

/** Looks several times, each in a browser of its own, and takes the median of the points. */
async function judge(url: string, extraHeaders: Record<string, string>): Promise<Opinion> {
  const opinions: Opinion[] = [];
  for (let round = 0; round < rounds; round += 1) opinions.push(await look(url, extraHeaders));
  const [first] = opinions;
  return {
    performance: median(opinions.map(({ performance }) => performance)),
    accessibility: median(opinions.map(({ accessibility }) => accessibility)),
    lost: first?.lost ?? [],
  };
}

async function look(url: string, extraHeaders: Record<string, string>): Promise<Opinion> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-background-networking'],
  });
  try {
    const onlyCategories = ['performance', 'accessibility'];
    const flags = { port, onlyCategories, extraHeaders, logLevel: 'silent' } as const;
    const { lhr } = outcome.parse(await lighthouse(url, flags));
    return {
      performance: Math.round(lhr.categories.performance.score * 100),
      accessibility: Math.round(lhr.categories.accessibility.score * 100),
      lost: Object.values(lhr.audits).flatMap(({ id, score }) =>
        score !== null && score < 0.9 ? `${id} ${score}` : [],
      ),
    };
  } finally {
    await browser.close();
  }
}
