import { makeSeed } from '../../kit/sandbox/seed.ts';
import type { SeedList, SeedProject } from '../../kit/sandbox/seed.ts';
import type { SimulatorOptions } from '../../kit/sandbox/simulator.ts';
import { people } from './people.ts';
import { addList, addOrganization, addProject, addTask, emptyWorld } from './world.ts';
import type { NewProject, World } from './world.ts';
import type { List, Organization, Project, Task } from './rows.ts';

const { demo, colleague, empty, revoked } = people;

/** Makes the believable data of one size: an agency with two workspaces, and one without projects. */
export function fill(options: SimulatorOptions): World {
  const seed = options.seed ?? 1;
  const world = emptyWorld(seed, options.now ?? (() => new Date()));
  const { company, projects } = makeSeed(options.size, seed);
  const agency = addOrganization(world, company, [demo.user, colleague.user, revoked.user]);
  const club = addOrganization(world, 'Rowing club', [demo.user]);
  // The last ones are the own work of the agency and a few clients.
  projects.forEach((project, at) => fillProject(world, at % 4 === 3 ? club : agency, project));
  addHidden(world, agency);
  addOrganization(world, 'Leerhaus', [empty.user]);
  return world;
}

function fillProject(world: World, organization: Organization, seed: SeedProject): void {
  const name = seed.client === null ? seed.name : `${seed.client}: ${seed.name}`;
  const project = addProject(world, organization, { name, creator: demo.user, color: seed.color });
  project.isArchived = seed.archived;
  for (const list of seed.lists) fillList(world, project, addList(world, project, list.name), list);
}

// Every sixth task is a part of the one before it, as a line of its checklist that became a card.
function fillList(world: World, project: Project, list: List, seed: SeedList): void {
  let before: Task | undefined;
  seed.tasks.forEach((made, position) => {
    const above = position % 6 === 5 ? before : undefined;
    const { name, notes: description } = made;
    const assignee = position % 2 === 0 ? demo.user : colleague.user;
    const task = addTask(world, project, list, { name, description, position, assignee, above });
    if (made.state !== 'open') complete(world, task);
    task.isArchived = made.state === 'archived';
    before = above ?? task;
  });
}

function complete(world: World, task: Task): void {
  task.isCompleted = true;
  task.completedAt = world.stamp();
}

// What an importer must not bring: direct chats, and what is private to somebody else.
function addHidden(world: World, agency: Organization): void {
  const both = [demo.user, colleague.user];
  const projects: readonly NewProject[] = [
    { name: null, creator: demo.user, insiders: both },
    { name: '', creator: colleague.user, insiders: both },
    { name: 'Salary talks', creator: demo.user, insiders: [demo.user], color: '8f7ee6' },
    { name: 'Works council', creator: colleague.user, insiders: [colleague.user], color: 'd93651' },
  ];
  for (const made of projects) {
    const project = addProject(world, agency, made);
    const list = addList(world, project, 'Open');
    const name = made.name === null || made.name === '' ? 'Hello' : `Plan of ${made.name}`;
    addTask(world, project, list, { name, position: 0 });
  }
}
