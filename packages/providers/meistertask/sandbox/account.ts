import type { SeedList, SeedProject, SeedSize } from '../../kit/sandbox/seed.ts';
import { makeSeed } from '../../kit/sandbox/seed.ts';
import { projectStatus, sectionStatus, stamp, taskStatus, tokenOf } from './rows.ts';
import type { Person, Project, Section, Task } from './rows.ts';
import { createTable } from '../../kit/sandbox/table.ts';
import type { Table } from '../../kit/sandbox/table.ts';

/** Everything that one token can see. */
export interface Account {
  readonly people: Table<Person>;
  readonly projects: Table<Project>;
  readonly sections: Table<Section>;
  readonly tasks: Table<Task>;
  /** What a task was before its project was trashed, to bring it back as it was. */
  readonly statusBefore: Map<number, number>;
  readonly nextId: () => number;
  readonly now: () => Date;
}

/** Makes an account without anything in it but its owner. `firstId` keeps the ids of accounts apart. */
export function emptyAccount(firstId: number, now: () => Date, owner = defaultOwner): Account {
  let lastId = firstId;
  const account: Account = {
    people: createTable(),
    projects: createTable(),
    sections: createTable(),
    tasks: createTable(),
    statusBefore: new Map(),
    nextId: () => (lastId += 1),
    now,
  };
  addPerson(account, owner);
  return account;
}

/** Makes an account with the believable data of one size. */
export function seededAccount(
  firstId: number,
  now: () => Date,
  size: SeedSize,
  seed: number,
): Account {
  const { people, projects } = makeSeed(size, seed);
  const [owner, ...others] = people;
  const account = emptyAccount(firstId, now, owner);
  for (const person of others) addPerson(account, person);
  for (const project of projects) fillProject(account, project);
  addTrashedProject(account);
  return account;
}

const defaultOwner = { firstName: 'Pim', lastName: 'Leerhaus', email: 'pim@empty.example' };

/** Adds a project; new ones are active, as at the vendor. */
export function addProject(account: Account, name: string, color: string | null = null): Project {
  const id = account.nextId();
  const at = stamp(account.now(), id);
  return account.projects.add({
    id,
    token: tokenOf(id),
    name,
    notes: null,
    status: projectStatus.active,
    share_token: null,
    share_token_enabled: false,
    color,
    mail_token: tokenOf(id + 1),
    roles_enabled: false,
    share_mode: 0,
    team_id: null,
    type: null,
    created_at: at,
    updated_at: at,
  });
}

/** Adds a section to a project, in front of the others [R: sequence 0.0]. */
export function addSection(account: Account, project: Project, name: string): Section {
  const id = account.nextId();
  const at = stamp(account.now(), id);
  return account.sections.add({
    id,
    name,
    description: null,
    color: project.color,
    status: sectionStatus.active,
    project_id: project.id,
    sequence: 0,
    created_at: at,
    updated_at: at,
  });
}

/** Adds a task to a section, in front of the others and assigned to the caller [R]. */
export function addTask(account: Account, section: Section, name: string): Task {
  const id = account.nextId();
  const at = stamp(account.now(), id);
  return account.tasks.add({
    id,
    token: tokenOf(id),
    name,
    notes: null,
    notes_html: null,
    status: taskStatus.open,
    status_updated_at: at,
    section_id: section.id,
    section_name: section.name,
    project_id: section.project_id,
    sequence: -1,
    assigned_to_id: account.people.all()[0]?.id ?? null,
    due: null,
    tracked_time: 0,
    created_at: at,
    updated_at: at,
  });
}

function addPerson(
  account: Account,
  person: { readonly firstName: string; readonly lastName: string; readonly email: string },
): void {
  const id = account.nextId();
  const at = stamp(account.now(), id);
  account.people.add({
    id,
    firstname: person.firstName,
    lastname: person.lastName,
    email: person.email,
    avatar: null,
    avatar_thumb: null,
    created_at: at,
    updated_at: at,
  });
}

function fillProject(account: Account, seed: SeedProject): void {
  const name = seed.client === null ? seed.name : `${seed.client}: ${seed.name}`;
  const project = addProject(account, name, seed.color);
  if (seed.archived) project.status = projectStatus.archived;
  seed.lists.forEach((list, at) => fillSection(account, project, list, at));
}

const seedStatus = {
  open: taskStatus.open,
  completed: taskStatus.completed,
  archived: taskStatus.archived,
} as const;

function fillSection(account: Account, project: Project, seed: SeedList, at: number): void {
  const section = addSection(account, project, seed.name);
  section.sequence = at + 1;
  seed.tasks.forEach((made, place) => {
    const task = addTask(account, section, made.name);
    task.notes = made.notes;
    task.notes_html = made.notes === null ? null : `<p>${made.notes}</p>`;
    task.status = seedStatus[made.state];
    task.sequence = place + 1;
  });
}

// Its section and task are still listed although it is not: what the recordings show [R].
function addTrashedProject(account: Account): void {
  const project = addProject(account, 'Old pitch, thrown away');
  const section = addSection(account, project, 'Open');
  addTask(account, section, 'Left behind by a trashed project').status = taskStatus.trashed;
  project.status = projectStatus.trashed;
}
