import { makeSeed } from '../../kit/sandbox/seed.ts';
import type { SeedPerson, SeedProject, SeedSize } from '../../kit/sandbox/seed.ts';
import {
  addClient,
  addOrganization,
  addProject,
  addSpace,
  addTask,
  addUser,
  createAccount,
} from './account.ts';
import type { Account, Space } from './account.ts';
import type { Plan } from './rows.ts';

/** How an account is made up. */
export interface Filling {
  readonly firstId: number;
  readonly now: () => Date;
  readonly size: SeedSize;
  readonly seed: number;
}

// An enterprise may call as often as was agreed [D]; who is none has 30 calls of its own in an hour.
const agreedCalls = 600;
const usualCalls = 30;

// Two addresses that the demo team has, one of them written differently; everybody else is a stranger.
const matching = [
  { fullname: 'Uma Rowan', email: 'user@demo.example' },
  { fullname: 'Sam Birch', email: 'Supervisor@Demo.Example' },
] as const;

/** The agency of the demo: two full workspaces and a small one, with people of whom some match members. */
export function demoAccount({ firstId, now, size, seed }: Filling): Account {
  const { company, people, projects } = makeSeed(size, seed);
  const owner = { fullname: 'Ada Linden', email: 'admin@demo.example' };
  const account = createAccount(firstId, now, owner, agreedCalls);
  const organization = addOrganization(account, company, 'premium');
  const main = addSpace(account, organization, company);
  const labs = addSpace(account, organization, `${company} Labs`);
  const volunteers = addSpace(account, organization, 'Pro bono');
  fillPeople(account, [main, labs], people);
  activeFirst(projects).forEach((project, at) =>
    fillProject(account, at % 4 === 3 ? labs : main, project),
  );
  fillPast(account, main, projects, pastProjects[size]);
  fillVolunteers(account, volunteers);
  return account;
}

/** An agency of its own whose plan is Starter, with the usual quota. */
export function secondAccount({ firstId, now, size, seed }: Filling): Account {
  const { company, people, projects } = makeSeed(size, seed);
  const [first, ...others] = people.map(named);
  const account = createAccount(firstId, now, first ?? nobody, usualCalls);
  const space = addSpace(account, addOrganization(account, company, 'starter'), company);
  for (const person of others) addUser(account, space, person);
  for (const project of activeFirst(projects)) fillProject(account, space, project);
  return account;
}

/** One workspace with clients and projects whose plan has no tasks. */
export function freeAccount({ firstId, now }: Omit<Filling, 'size' | 'seed'>): Account {
  const account = emptyAccount({ firstId, now }, 'free', 'Pim’s workspace');
  for (const space of account.spaces.values()) {
    const client = addClient(account, space, 'Papierboot Press');
    addProject(account, space, client.id, 'Poetry series', '#d93651');
    addProject(account, space, client.id, 'Catalogue').active = false;
    addProject(account, space, null, 'Bookkeeping', '#06aaf5');
  }
  return account;
}

/** One workspace without anything in it. */
export function emptyAccount(
  { firstId, now }: Omit<Filling, 'size' | 'seed'>,
  plan: Plan,
  name: string,
): Account {
  const account = createAccount(firstId, now, nobody, usualCalls);
  addSpace(account, addOrganization(account, name, plan), name);
  return account;
}

const nobody = { fullname: 'Pim Leerhaus', email: 'pim@empty.example' };

function fillPeople(account: Account, spaces: readonly Space[], people: readonly SeedPerson[]) {
  const [main, labs] = spaces;
  if (main === undefined || labs === undefined) return;
  for (const person of matching) labs.users.push(addUser(account, main, person));
  const [, left, invited, ...others] = people.map(named);
  if (left !== undefined) addUser(account, main, left, { inactive: true });
  if (invited !== undefined) addUser(account, main, invited, { joined: false });
  others.forEach((person, at) => addUser(account, at % 4 === 3 ? labs : main, person));
}

function named({ firstName, lastName, email }: SeedPerson) {
  return { fullname: `${firstName} ${lastName}`, email };
}

function fillProject(account: Account, space: Space, seed: SeedProject): void {
  const client = seed.client === null ? null : clientNamed(account, space, seed.client);
  const project = addProject(account, space, client, seed.name, `#${seed.color}`);
  project.active = !seed.archived;
  for (const task of seed.lists.flatMap((list) => list.tasks))
    addTask(account, space, project, task.name).active = task.state === 'open';
}

// So that the first task of an account is one that can be changed, as scripts expect.
function activeFirst(projects: readonly SeedProject[]): readonly SeedProject[] {
  return projects.toSorted((one, other) => Number(one.archived) - Number(other.archived));
}

function clientNamed(account: Account, space: Space, name: string): number {
  const known = space.clients.all().find((client) => client.name === name);
  return (known ?? addClient(account, space, name)).id;
}

const pastProjects: Readonly<Record<SeedSize, number>> = { agency: 2, company: 180, stress: 180 };

// Work of other years is archived with its client: so most old projects of a real account look.
function fillPast(account: Account, space: Space, projects: readonly SeedProject[], count: number) {
  const client = addClient(account, space, 'Leuchtturm Verlag (closed)');
  client.archived = true;
  for (let made = 0; made < count; made += 1) {
    const name = projects[made % projects.length]?.name ?? 'Project';
    const year = 2022 - Math.floor(made / projects.length);
    addProject(account, space, client.id, `${name} ${year}`, '#566614').active = false;
  }
}

function fillVolunteers(account: Account, space: Space): void {
  const project = addProject(account, space, null, 'Village fête', '#d92b2b');
  for (const name of ['Poster', 'Stage plan', 'Thank-you letters'])
    addTask(account, space, project, name);
}
