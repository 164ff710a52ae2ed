import { readTask } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { ask } from '../pieces/ask.ts';
import type { Bench } from '../pieces/bench.ts';
import { startServer } from '../pieces/children.ts';
import { fillEntries } from '../pieces/entries.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { furnish } from '../pieces/furnish.ts';
import { openScreens, type Opened, type Screen } from '../pieces/open-screens.ts';
import { median, p99 } from '../pieces/statistics.ts';
import { aTree, treeDatabase } from '../pieces/tree.ts';

/** So many that a pause of the machine, which hits any request, is not taken for one request's slowness. */
const rounds = 300;
const entries = 1_000_000;
/** Of these there is no end, or they are asked in the background and by and by. */
const apart = /^\/api\/(?:news|tasks\/trackable)/;

/**
 * What the screens ask for when the administrator of an account with 100 000 tasks and 1 000 000 entries
 * opens them: seen in a browser, then asked many times over HTTP, the server in another process. How
 * long a screen takes to show its first rows in that browser is told by the way.
 */
export async function screens({ scratch, note }: Bench): Promise<Figure[]> {
  const tree = await aTree(scratch);
  const url = await scratch.database('screens', treeDatabase);
  await fillEntries(scratch, 'screens', tree, entries);
  const wide = await furnish(scratch, 'screens', tree);
  const project = tree.trackable[1] ?? wide;
  const server = await startServer(url);
  const cookie = tree.people[0]?.cookie ?? '';
  const opened = await openScreens(server.url, cookie, screensOf(wide, project));
  for (const { screen, asked, ms } of opened)
    note(`${screen.name}: first rows after ${Math.round(ms)} ms, ${asked.length} requests`);
  const paths = [...new Set([...askedBy(opened), ...onClick(wide)])];
  const times = await timesOf(
    paths.map((path) => server.url + path),
    cookie,
    rounds,
  );
  const top = await topOf(server.url, project, cookie);
  const sums = await timesOf([`${server.url}/api/tasks/${top}/summary`], cookie, 10);
  await server.stop();
  await scratch.drop('screens');
  const slowest = times.toSorted((one, other) => p99(other.ms) - p99(one.ms));
  const [worst] = slowest;
  if (worst === undefined) throw new Error('the screens ask for nothing');
  note(`${paths.length} requests, the slowest ${slowest.slice(0, 3).map(inWords).join(', ')}`);
  return [
    atMost('screens', p99(worst.ms), 'ms p99', 30),
    atMost('summary-of-everything', median(sums.flatMap(({ ms }) => ms)), 'ms', 300),
  ];
}

/** The topmost task above a project, which has all the time below it. */
async function topOf(server: string, project: TaskId, cookie: string): Promise<TaskId> {
  const { text } = await ask('GET', `${server}/api/tasks/${project}`, cookie);
  const [top] = readTask.output.parse(JSON.parse(text)).path;
  if (top === undefined) throw new Error('nothing lies above the project');
  return top.id;
}

function screensOf(wide: TaskId, project: TaskId): Screen[] {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return [
    { name: 'timesheet, day', path: `/?day=${day}`, row: '.entry' },
    { name: 'timesheet, week', path: `/?day=${day}&view=week`, row: '.week-task' },
    { name: 'projects', path: '/projects', row: '[role=treeitem]' },
    { name: 'project', path: `/projects?task=${project}`, row: '[aria-selected=true]' },
    { name: 'branch of 1 000', path: `/projects?task=${wide}`, row: '[aria-selected=true]' },
    { name: 'people', path: '/people', row: '.person' },
    { name: 'integrations', path: '/integrations', row: '.provider-card' },
    { name: 'audit', path: '/settings/audit', row: '.audit-line' },
    { name: 'tags', path: '/settings/tags', row: 'h1' },
    { name: 'profile', path: '/profile', row: 'form' },
  ];
}

function askedBy(opened: readonly Opened[]): string[] {
  return opened.flatMap(({ asked }) => asked).filter((path) => !apart.test(path));
}

/** What a click more asks for: a branch, the archived tasks, the task picker, a search. */
function onClick(wide: TaskId): string[] {
  return [
    `/api/tasks?parentId=${wide}&limit=500`,
    '/api/tasks/archived?limit=100',
    '/api/tasks/favourites',
    '/api/tasks/recent?limit=12',
    '/api/tasks/search?q=review&for=track',
    '/api/tasks/search?q=review&for=see&limit=50',
  ];
}

interface Times {
  readonly url: string;
  readonly ms: readonly number[];
}

function inWords({ url, ms }: Times): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search} ${median(ms).toFixed(1)} ms`;
}

/** Asks everything in turn, so that each answer has to be found again; the first round warms up. */
async function timesOf(
  urls: readonly string[],
  cookie: string,
  times: number,
): Promise<readonly Times[]> {
  const taken = urls.map((url): { url: string; ms: number[] } => ({ url, ms: [] }));
  for (let round = 0; round <= times; round += 1) {
    for (const { url, ms } of taken) {
      const answer = await ask('GET', url, cookie);
      if (round > 0) ms.push(answer.ms);
    }
  }
  return taken;
}
