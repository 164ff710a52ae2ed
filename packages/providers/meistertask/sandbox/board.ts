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
import type { Account } from './account.ts';
import { sectionsOf } from './change.ts';
import { listNode, projectNode, taskNode } from './nodes.ts';
import { projectStatus } from './rows.ts';
import type { Project, Section, Task } from './rows.ts';

/** The boards as MeisterTask would show them: projects beside, sections as columns, tasks as cards. */
export function board(account: Account, url: URL): Html {
  const projects = account.projects.all();
  const wanted = Number(url.searchParams.get('project'));
  const active = projects.find(({ status }) => status === projectStatus.active);
  const current = account.projects.get(wanted) ?? active ?? projects[0];
  const all = url.searchParams.get('show') === 'all';
  return html`<div class="board-page">
    ${sidebar(projects, current, url)}
    ${
      current === undefined
        ? html`<div class="empty">
            <h1>No project yet</h1>
            <p>Make one with the field “New project”.</p>
          </div>`
        : projectPart(account, current, url, all)
    }
  </div>`;
}

const groups = [
  { state: 'active', title: 'Projects' },
  { state: 'archived', title: 'Archived' },
  { state: 'trashed', title: 'Trash' },
] as const;

function sidebar(projects: readonly Project[], current: Project | undefined, url: URL): Html {
  const nodes = projects.map((project) => ({ project, node: projectNode(project) }));
  return html`<nav aria-label="Projects">
    ${createForm('project', null, 'New project')}
    ${groups.map(({ state, title }) => {
      const these = nodes.filter(({ node }) => node.state === state);
      return html`${
        these.length > 0 &&
        html`<h2>${title}</h2>
          <ul>
            ${these.map(({ project }) => projectLink(project, project === current, url))}
          </ul>`
      }`;
    })}
  </nav>`;
}

function projectLink({ id, name, color }: Project, isCurrent: boolean, url: URL): Html {
  return html`<li>
    <a
      href="${address(url, { project: String(id) })}"
      ${isCurrent && html`aria-current="page"`}
      style="--color: #${color ?? '98aab3'}"
      >${name}</a
    >
  </li>`;
}

function projectPart(account: Account, project: Project, url: URL, all: boolean): Html {
  const node = projectNode(project);
  const sections = sectionsOf(account, project).map((section) => ({
    section,
    node: listNode(section),
  }));
  const shown = sections.filter((one) => all || one.node.state === 'active');
  const targets = targetsOf(account, project);
  return html`<section class="board" aria-label="${project.name}">
    <div class="board-head">
      <h1>${nameField(node)}</h1>
      ${stateMark(node)} ${projectButtons(node)}
      <a href="${address(url, { show: all ? '' : 'all' })}"
        >${all ? 'Hide' : 'Show'} archived and trashed</a
      >
    </div>
    <div class="columns" tabindex="0" role="group" aria-label="Sections">
      ${shown.map(({ section }) => column(account, section, targets, all))}
      <div class="column new">${createForm('list', node.id, 'New section')}</div>
    </div>
  </section>`;
}

function projectButtons(node: SandboxNode): Html {
  const away = [actButton('archive', node, 'Archive'), actButton('trash', node, 'Trash')];
  const back = [
    actButton('restore', node, 'Restore'),
    actButton('delete', node, 'Delete for good'),
  ];
  return html`${node.state === 'active' ? away : back}`;
}

// A card is drawn in a fraction of a millisecond, a thousand of them make a slow page.
const mostCards = 60;

function column(
  account: Account,
  section: Section,
  targets: readonly MoveTarget[],
  all: boolean,
): Html {
  const node = listNode(section);
  const cards = account.tasks
    .all()
    .filter((task) => task.section_id === section.id)
    .map((task) => ({ task, node: taskNode(task) }))
    .filter((one) => all || one.node.state === 'active' || one.node.state === 'completed')
    .sort((one, other) => place(one) - place(other));
  return html`<section
    class="column ${node.state}"
    data-drop="${node.id}"
    style="--color: #${section.color ?? '98aab3'}"
    aria-label="${section.name}"
  >
    <div class="column-head">
      ${nameField(node)} <span class="count">${cards.length}</span> ${stateMark(node)}
      ${menu(node, listVerbs(node))}
    </div>
    <ul>
      ${cards.slice(0, mostCards).map((one) => card(one.node, targets))}
    </ul>
    ${cards.length > mostCards && html`<p class="more">and ${cards.length - mostCards} more</p>`}
    ${node.state === 'active' && createForm('task', node.id, 'New task')}
  </section>`;
}

function listVerbs(node: SandboxNode): readonly Html[] {
  const remove = actButton('delete', node, 'Delete for good');
  return node.state === 'active'
    ? [actButton('trash', node, 'Trash'), remove]
    : [actButton('restore', node, 'Restore'), remove];
}

// Open tasks first, as the tool shows them; within that, by their place in the section.
function place({ task, node }: { readonly task: Task; readonly node: SandboxNode }): number {
  return (node.state === 'active' ? 0 : 1_000_000) + task.sequence;
}

function card(node: SandboxNode, targets: readonly MoveTarget[]): Html {
  const done = node.state === 'completed';
  return html`<li class="card ${node.state}" draggable="true" data-drag="task ${node.id}">
    ${actButton(
      done ? 'reopen' : 'complete',
      node,
      html`<span aria-hidden="true">${done ? '✓' : '○'}</span
        ><span class="unseen">${done ? 'Reopen' : 'Complete'} “${node.name}”</span>`,
    )}
    ${nameField(node)} ${stateMark(node)}
    ${menu(node, [moveForm(node, targets), ...taskVerbs(node)])}
  </li>`;
}

function taskVerbs(node: SandboxNode): readonly Html[] {
  const gone = node.state === 'archived' || node.state === 'trashed';
  return [
    ...(gone ? [actButton('restore', node, 'Restore')] : []),
    ...(node.state === 'archived' ? [] : [actButton('archive', node, 'Archive')]),
    ...(node.state === 'trashed' ? [] : [actButton('trash', node, 'Trash')]),
    actButton('delete', node, 'Delete for good'),
  ];
}

const mostTargets = 60;

// In a large account each card can only be sent within its own project, or the page would be all menus.
function targetsOf(account: Account, project: Project): readonly MoveTarget[] {
  const isLarge = account.sections.all().length > mostTargets;
  return (isLarge ? [project] : account.projects.all()).flatMap((one) =>
    sectionsOf(account, one).map(({ id, name }) => ({ id: String(id), name, group: one.name })),
  );
}

function address(url: URL, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(change))
    if (value === '') query.delete(name);
    else query.set(name, value);
  return `?${query}`;
}
