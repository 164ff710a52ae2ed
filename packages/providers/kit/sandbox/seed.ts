import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { seedWords } from './seed-words.ts';

/** A small agency (120 tasks), a company (5 000) or the stress set (100 000). */
export type SeedSize = 'agency' | 'company' | 'stress';

/** The sizes by name, from small to large. */
export const seedSizes: readonly SeedSize[] = ['agency', 'company', 'stress'];

/** Tells whether a text names a size. */
export function isSeedSize(text: string): text is SeedSize {
  return seedSizes.some((size) => size === text);
}

/** A made-up person; the address leads nowhere. */
export interface SeedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** A made-up task. */
export interface SeedTask {
  readonly name: string;
  readonly notes: string | null;
  readonly state: 'open' | 'completed' | 'archived';
}

/** A list of a project; most vendors show it as a column. */
export interface SeedList {
  readonly name: string;
  readonly tasks: SeedTask[];
}

/** A project; `client` is null for the agency's own work. */
export interface SeedProject {
  readonly name: string;
  readonly client: string | null;
  readonly archived: boolean;
  readonly color: string;
  readonly lists: readonly SeedList[];
}

/** Believable data of one agency, without the words of any vendor. */
export interface Seed {
  readonly company: string;
  /** The first is the one whose credential is used. */
  readonly people: readonly SeedPerson[];
  readonly projects: readonly SeedProject[];
}

const extents = {
  agency: { people: 6, projects: 8, tasks: 120 },
  company: { people: 40, projects: 80, tasks: 5_000 },
  stress: { people: 150, projects: 400, tasks: 100_000 },
} as const;

const colors = ['d93651', 'ff9f1a', 'ffd500', '8acc47', '47cc8a', '30bfbf', '00aaff', '8f7ee6'];

/** Makes the data of an agency; the same size and seed give the same data, task by task. */
export function makeSeed(size: SeedSize, seed = 1): Seed {
  const random = createRandom(seed);
  const extent = extents[size];
  const projects = Array.from({ length: extent.projects }, (_, at) => makeProject(random, at));
  const lists = projects.flatMap((project) => project.lists);
  for (let made = 0; made < extent.tasks; made += 1) {
    // The square makes some lists long and many short, as they are in life.
    const list = lists[Math.floor(random.next() ** 2 * lists.length)];
    list?.tasks.push(makeTask(random, list.name));
  }
  return {
    company: random.pick(seedWords.companies),
    people: Array.from({ length: extent.people }, (_, at) => makePerson(random, at)),
    projects: shuffled(random, projects),
  };
}

function makeProject(random: Random, at: number): SeedProject {
  const own = at % 7 === 6;
  const client = own ? null : pickInTurn(seedWords.clients, at);
  const kind = own ? random.pick(seedWords.ownProjects) : random.pick(seedWords.projects);
  const repeat = Math.floor(at / seedWords.clients.length);
  return {
    name: repeat === 0 ? kind : `${kind} ${repeat + 1}`,
    client,
    archived: at % 8 === 5,
    color: random.pick(colors),
    lists: seedWords.lists.map((name) => ({ name, tasks: [] })),
  };
}

function makeTask(random: Random, list: string): SeedTask {
  const { verbs, things, ends, notes } = seedWords;
  const done = list === 'Done';
  return {
    name: `${random.pick(verbs)} ${random.pick(things)}${random.pick(ends)}`,
    notes: random.pick(notes),
    state: done ? (random.next() < 0.3 ? 'archived' : 'completed') : 'open',
  };
}

function makePerson(random: Random, at: number): SeedPerson {
  const firstName = pickInTurn(seedWords.firstNames, at);
  const lastName = random.pick(seedWords.lastNames);
  const repeat = Math.floor(at / seedWords.firstNames.length);
  const mailbox = `${firstName}${repeat === 0 ? '' : repeat + 1}`.toLowerCase();
  return { firstName, lastName, email: `${mailbox}@agency.example` };
}

function pickInTurn(values: readonly string[], at: number): string {
  return values[at % values.length] ?? '';
}

// Which project a random list belongs to must not follow from the order in which projects are shown.
function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
