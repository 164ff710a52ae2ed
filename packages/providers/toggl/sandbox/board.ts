import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import { actButton, createForm, nameField, stateMark } from '../../kit/sandbox/parts.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { Account, Space } from './account.ts';
import { address } from './address.ts';
import { clientColumns } from './board-clients.ts';
import type { View } from './board-clients.ts';
import { taskColumn } from './board-tasks.ts';
import { workspaceNode } from './nodes.ts';
import { plans } from './rows.ts';

/** A workspace as Toggl would show it: clients as columns, projects as cards, the opened one's tasks first. */
export function board(account: Account, url: URL): Html {
  const spaces = [...account.spaces.values()];
  const wanted = account.spaces.get(Number(url.searchParams.get('workspace')));
  const alive = spaces.find(({ workspace }) => workspace.server_deleted_at === null);
  const space = wanted ?? alive ?? spaces[0];
  return html`<div class="board-page">
    ${sidebar(spaces, space, url)}
    ${
      space === undefined
        ? html`<div class="empty">
            <h1>No workspace yet</h1>
            <p>Make one with the field “New workspace”.</p>
          </div>`
        : workspacePart(space, {
            url,
            all: url.searchParams.get('show') === 'all',
            project: Number(url.searchParams.get('project')),
          })
    }
  </div>`;
}

function sidebar(spaces: readonly Space[], current: Space | undefined, url: URL): Html {
  return html`<nav aria-label="Workspaces">
    ${createForm('workspace', null, 'New workspace')}
    <h2>Workspaces</h2>
    <ul>
      ${spaces.map((space) => workspaceLink(space, space === current, url))}
    </ul>
    ${current !== undefined && people(current)}
  </nav>`;
}

function workspaceLink(space: Space, isCurrent: boolean, url: URL): Html {
  const { id, name } = space.workspace;
  return html`<li>
    <a
      href="${address(url, { workspace: String(id), project: '' })}"
      ${isCurrent && html`aria-current="page"`}
      style="--color: #6b2e6e"
      >${name} ${stateMark(workspaceNode(space))}</a
    >
  </li>`;
}

function people({ users }: Space): Html {
  return html`<details id="people" style="margin-top: 14px">
    <summary>People <span class="count">${users.length}</span></summary>
    <ul style="display: grid; gap: 6px; margin-top: 6px; overflow-wrap: anywhere">
      ${users.map(
        ({ fullname, email, inactive, joined }) =>
          html`<li>
            ${fullname} ${inactive && html`<span class="mark">deactivated</span>`}
            ${!joined && html`<span class="mark">invited</span>`}<br /><small>${email}</small>
          </li>`,
      )}
    </ul>
  </details>`;
}

function workspacePart(space: Space, view: View): Html {
  const node = workspaceNode(space);
  const { url, all } = view;
  return html`<section class="board" aria-label="${space.workspace.name}">
    <div class="board-head">
      <h1>${nameField(node)}</h1>
      <span class="count">${plans[space.workspace.organization.plan].name}</span>
      ${stateMark(node)} ${workspaceVerbs(node)}
      <a href="${address(url, { show: all ? '' : 'all' })}"
        >${all ? 'Hide' : 'Show'} archived and done</a
      >
    </div>
    <div class="columns" tabindex="0" role="group" aria-label="Clients and projects">
      ${taskColumn(space, view)} ${clientColumns(space, view)}
      <div class="column new">${createForm('client', node.id, 'New client')}</div>
    </div>
  </section>`;
}

function workspaceVerbs(node: SandboxNode): readonly Html[] {
  return [
    node.state === 'active'
      ? actButton('trash', node, 'Mark as deleted')
      : actButton('restore', node, 'Restore'),
    actButton('delete', node, 'Delete for good'),
  ];
}
