import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import { actButton, createForm, menu, nameField, stateMark } from '../../kit/sandbox/parts.ts';
import type { MoveTarget } from '../../kit/sandbox/parts.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import { card } from './card.ts';
import { listNode, organizationNode, projectNode, taskNode } from './nodes.ts';
import type { List, Organization, Project, Task, User } from './rows.ts';
import { boardsOf, listsOf, organizationsOf, tasksOf } from './visible.ts';
import type { World } from './world.ts';

/** What one person looks at. */
export interface Looking {
  readonly world: World;
  readonly user: User;
  readonly url: URL;
  /** Where the vendor's first page is, without a slash at the end. */
  readonly mount: string;
}

/** The boards as Planner would show them: workspaces and projects beside, lists as columns, tasks as cards. */
export function board(looking: Looking): Html {
  const { world, user, url } = looking;
  const organizations = organizationsOf(world, user);
  const projects = organizations.flatMap((one) => boardsOf(world, user, one));
  const wanted = url.searchParams.get('project');
  const active = projects.find((project) => projectNode(project).state === 'active');
  const current = projects.find(({ id }) => id === wanted) ?? active ?? projects[0];
  return html`<div class="board-page">
    <nav aria-label="Workspaces and projects">
      ${organizations.map((one) => organizationPart(looking, one, current))}
      ${createForm('workspace', null, 'New workspace')}
    </nav>
    ${
      current === undefined
        ? html`<div class="empty">
            <h1>No project yet</h1>
            <p>Make one with the field “New project”.</p>
          </div>`
        : projectPart(looking, current, projects)
    }
  </div>`;
}

function organizationPart(
  looking: Looking,
  organization: Organization,
  current: Project | undefined,
): Html {
  const node = organizationNode(organization);
  const { world, user } = looking;
  return html`<section aria-label="${organization.name}" style="margin-bottom: 18px">
    <div class="column-head">
      ${nameField(node)} ${stateMark(node)} ${menu(node, lifeVerbs(node))}
    </div>
    <ul>
      ${activeFirst(boardsOf(world, user, organization)).map((one) =>
        projectLink(looking, one, one === current),
      )}
    </ul>
    ${node.state === 'active' && createForm('project', node.id, 'New project')}
  </section>`;
}

function activeFirst(projects: readonly Project[]): readonly Project[] {
  return projects.toSorted((one, other) => awayness(one) - awayness(other));
}

function awayness(project: Project): number {
  return projectNode(project).state === 'active' ? 0 : 1;
}

function projectLink(looking: Looking, project: Project, isCurrent: boolean): Html {
  return html`<li>
    <a
      href="${address(looking, { project: project.id })}"
      ${isCurrent && html`aria-current="page"`}
      style="--color: ${project.color}"
      >${project.name ?? ''} ${project.isPrivate && html`<span class="mark">private</span>`}
      ${stateMark(projectNode(project))}</a
    >
  </li>`;
}

function projectPart(looking: Looking, project: Project, projects: readonly Project[]): Html {
  const { world } = looking;
  const all = showsAll(looking);
  const node = projectNode(project);
  const lists = listsOf(world, project).filter((one) => all || listNode(one).state === 'active');
  const targets = targetsOf(world, project, projects);
  return html`<section class="board" aria-label="${node.name}">
    <div class="board-head">
      <h1>${nameField(node)}</h1>
      ${stateMark(node)} ${lifeVerbs(node)}
      <a href="${address(looking, { show: all ? '' : 'all' })}"
        >${all ? 'Hide' : 'Show'} archived and deleted</a
      >
    </div>
    <div class="columns" tabindex="0" role="group" aria-label="Lists">
      ${lists.map((list) => column(looking, list, project, targets))}
      <div class="column new">${createForm('list', node.id, 'New list')}</div>
    </div>
  </section>`;
}

// A card is drawn in a fraction of a millisecond, a thousand of them make a slow page.
const mostCards = 60;

function column(
  looking: Looking,
  list: List,
  project: Project,
  targets: readonly MoveTarget[],
): Html {
  const node = listNode(list);
  const cards = tasksOf(looking.world, list)
    .map((task) => ({ task, node: taskNode(task) }))
    .filter(
      (one) => showsAll(looking) || one.node.state === 'active' || one.node.state === 'completed',
    );
  return html`<section
    class="column ${node.state}"
    data-drop="${node.id}"
    style="--color: ${project.color}"
    aria-label="${list.name}"
  >
    <div class="column-head">
      ${nameField(node)} <span class="count">${cards.length}</span> ${stateMark(node)}
      ${menu(node, lifeVerbs(node))}
    </div>
    <ul>
      ${cards.slice(0, mostCards).map((one) => card(one.node, one.task, targets, taskAddress(looking, one.task)))}
    </ul>
    ${cards.length > mostCards && html`<p class="more">and ${cards.length - mostCards} more</p>`}
    ${node.state === 'active' && createForm('task', node.id, 'New card')}
  </section>`;
}

function lifeVerbs(node: SandboxNode): readonly Html[] {
  return node.state === 'active'
    ? [actButton('archive', node, 'Archive'), actButton('trash', node, 'Delete')]
    : [actButton('restore', node, 'Restore'), actButton('delete', node, 'Delete for good')];
}

const mostTargets = 60;

// In a large account each card can only be sent within its own project, or the page would be all menus.
function targetsOf(world: World, project: Project, projects: readonly Project[]): MoveTarget[] {
  const lists = projects.flatMap((one) => listsOf(world, one));
  const places = lists.length > mostTargets ? [project] : projects;
  return places.flatMap((one) =>
    listsOf(world, one).map(({ id, name }) => ({ id, name, group: one.name ?? '' })),
  );
}

/** Archived and deleted things too. */
function showsAll({ url }: Looking): boolean {
  return url.searchParams.get('show') === 'all';
}

/** The address of a task's own view, in the form of the vendor's. */
function taskAddress({ url, mount }: Looking, { id, projectId }: Task): string {
  const query = changed(url, { taskId: id, project: '' });
  return `${mount}/projects/${projectId}/kanban?${query}`;
}

function address({ url, mount }: Looking, change: Readonly<Record<string, string>>): string {
  return `${mount}/?${changed(url, change)}`;
}

function changed(url: URL, change: Readonly<Record<string, string>>): URLSearchParams {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(change))
    if (value === '') query.delete(name);
    else query.set(name, value);
  return query;
}
