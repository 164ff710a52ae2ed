import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import {
  actButton,
  createForm,
  menu,
  moveForm,
  nameField,
  stateMark,
} from '../../kit/sandbox/parts.ts';
import type { MoveTarget } from '../../kit/sandbox/parts.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { Space } from './account.ts';
import { address } from './address.ts';
import { clientNode, projectNode, visibleTasks } from './nodes.ts';
import type { Client, Project } from './rows.ts';

/** What a person wants to see of a workspace. */
export interface View {
  readonly url: URL;
  /** Archived and done things too. */
  readonly all: boolean;
  /** The project whose tasks are shown. */
  readonly project: number;
}

// A card is drawn in a fraction of a millisecond, a thousand of them make a slow page.
const mostCards = 60;

interface Drawing extends View {
  readonly targets: readonly MoveTarget[];
  readonly taskCounts: ReadonlyMap<number, number>;
}

/** A column for each client, and one for the projects without a client. */
export function clientColumns(space: Space, view: View): readonly Html[] {
  const clients = space.clients.all().filter(({ archived }) => view.all || !archived);
  const ofClient = Map.groupBy(space.projects.all(), (project) => project.client_id);
  const drawing: Drawing = { ...view, targets: targetsOf(space), taskCounts: countTasks(space) };
  return [
    withoutClient(space, ofClient.get(null) ?? [], drawing),
    ...clients.map((client) => clientColumn(client, ofClient.get(client.id) ?? [], drawing)),
  ];
}

function withoutClient({ workspace }: Space, projects: readonly Project[], drawing: Drawing): Html {
  return html`<section
    class="column"
    data-drop="${workspace.id}"
    style="--color: #98aab3"
    aria-label="Without client"
  >
    <div class="column-head"><span class="name">Without client</span></div>
    ${cards(projects, drawing)} ${createForm('project', String(workspace.id), 'New project')}
  </section>`;
}

function clientColumn(client: Client, projects: readonly Project[], drawing: Drawing): Html {
  const node = clientNode(client);
  return html`<section
    class="column ${node.state}"
    data-drop="${node.id}"
    style="--color: #b84a86"
    aria-label="${client.name}"
  >
    <div class="column-head">
      ${nameField(node)} ${stateMark(node)} ${menu(node, archivableVerbs(node))}
    </div>
    ${cards(projects, drawing)} ${!client.archived && createForm('project', node.id, 'New project')}
  </section>`;
}

function cards(projects: readonly Project[], drawing: Drawing): Html {
  const shown = projects.filter(({ active }) => drawing.all || active);
  return html`<ul>
      ${shown.slice(0, mostCards).map((project) => card(project, drawing))}
    </ul>
    ${shown.length > mostCards && html`<p class="more">and ${shown.length - mostCards} more</p>`}`;
}

function card(project: Project, { url, taskCounts, targets, ...view }: Drawing): Html {
  const node = projectNode(project);
  const isOpen = project.id === view.project;
  const count = taskCounts.get(project.id) ?? 0;
  return html`<li
    class="card ${node.state}"
    draggable="true"
    data-drag="project ${node.id}"
    style="border-left: 4px solid ${project.color}"
  >
    ${nameField(node)} ${stateMark(node)}
    <a
      href="${address(url, { workspace: String(project.workspace_id), project: isOpen ? '' : node.id })}"
      aria-label="${isOpen ? 'Close' : 'Open'} “${node.name}”, tasks: ${count}"
      ${isOpen && html`aria-current="true"`}
      style="padding-top: 2px; white-space: nowrap"
      >${count} ${isOpen ? '✕' : '›'}</a
    >
    ${menu(node, [moveForm(node, targets), ...archivableVerbs(node)])}
  </li>`;
}

function archivableVerbs(node: SandboxNode): readonly Html[] {
  return [
    node.state === 'archived'
      ? actButton('restore', node, 'Restore')
      : actButton('archive', node, 'Archive'),
    actButton('delete', node, 'Delete for good'),
  ];
}

function targetsOf({ workspace, clients }: Space): readonly MoveTarget[] {
  const places = clients.all().filter(({ archived }) => !archived);
  return [
    { id: String(workspace.id), name: 'Without client', group: workspace.name },
    ...places.map(({ id, name }) => ({ id: String(id), name, group: workspace.name })),
  ];
}

function countTasks(space: Space): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { project_id: project } of visibleTasks(space))
    counts.set(project, (counts.get(project) ?? 0) + 1);
  return counts;
}
