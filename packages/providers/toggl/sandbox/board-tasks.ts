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
import type { Space } from './account.ts';
import { address } from './address.ts';
import type { View } from './board-clients.ts';
import { tasksOf } from './change.ts';
import { projectNode, taskNode } from './nodes.ts';
import type { Project, Task } from './rows.ts';

const mostCards = 60;

/** The tasks of the opened project as the first column; nothing when none is opened. */
export function taskColumn(space: Space, view: View): Html {
  const project = space.projects.get(view.project);
  if (project === undefined) return html``;
  const node = projectNode(project);
  return html`<section
    class="column ${node.state}"
    style="--color: ${project.color}"
    aria-label="Tasks of ${project.name}"
  >
    <div class="column-head">
      <span class="name">Tasks of “${project.name}”</span> ${stateMark(node)}
      <a href="${address(view.url, { project: '' })}" aria-label="Close the tasks">✕</a>
    </div>
    ${
      space.workspace.organization.plan === 'free'
        ? html`<p class="more">The Free plan has no tasks.</p>`
        : taskCards(space, project, view)
    }
  </section>`;
}

function taskCards(space: Space, project: Project, { all }: View): Html {
  const tasks = tasksOf(space, project.id).filter(({ active }) => all || active);
  const targets = targetsOf(space, project);
  return html`<ul>
      ${tasks.slice(0, mostCards).map((task) => card(task, targets))}
    </ul>
    ${tasks.length > mostCards && html`<p class="more">and ${tasks.length - mostCards} more</p>`}
    ${tasks.length === 0 && html`<p class="more">No tasks here.</p>`}
    ${project.active && createForm('task', String(project.id), 'New task')}`;
}

function card(task: Task, targets: readonly MoveTarget[]): Html {
  const node = taskNode(task);
  return html`<li class="card ${node.state}">
    ${actButton(
      task.active ? 'complete' : 'reopen',
      node,
      html`<span aria-hidden="true">${task.active ? '○' : '✓'}</span
        ><span class="unseen">${task.active ? 'Complete' : 'Reopen'} “${node.name}”</span>`,
    )}
    ${nameField(node)}
    ${menu(node, [moveForm(node, targets), actButton('delete', node, 'Delete for good')])}
  </li>`;
}

const mostTargets = 60;

// Sixty cards with hundreds of places each would be a page of menus.
function targetsOf({ projects, clients }: Space, current: Project): readonly MoveTarget[] {
  const active = projects.all().filter(({ active }) => active);
  const near = active.filter(({ client_id: client }) => client === current.client_id);
  return (active.length > mostTargets ? near : active).map(({ id, name, client_id: client }) => ({
    id: String(id),
    name,
    group: clients.get(client ?? 0)?.name ?? 'Without client',
  }));
}
