import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import { actButton, menu, moveForm, nameField, stateMark } from '../../kit/sandbox/parts.ts';
import type { MoveTarget } from '../../kit/sandbox/parts.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import type { Task } from './rows.ts';

/** A card of the board; the element has the id by which the vendor's page names a task. */
export function card(
  node: SandboxNode,
  task: Task,
  targets: readonly MoveTarget[],
  address: string,
): Html {
  const done = node.state === 'completed';
  return html`<li
    class="card ${node.state}"
    id="task_${node.id}"
    draggable="true"
    data-drag="task ${node.id}"
    style="${task.parentId === null ? '' : 'margin-left: 18px'}"
  >
    ${actButton(
      done ? 'reopen' : 'complete',
      node,
      html`<span aria-hidden="true">${done ? '✓' : '○'}</span
        ><span class="unseen">${done ? 'Reopen' : 'Complete'} “${node.name}”</span>`,
    )}
    ${nameField(node)} ${stateMark(node)}
    <a class="open" href="${address}" aria-label="Open this card">↗</a>
    ${menu(node, [moveForm({ ...node, parent: task.taskListId }, targets), ...verbs(node)])}
  </li>`;
}

function verbs(node: SandboxNode): readonly Html[] {
  const isGone = node.state === 'archived' || node.state === 'trashed';
  return isGone
    ? [actButton('restore', node, 'Restore'), actButton('delete', node, 'Delete for good')]
    : [actButton('archive', node, 'Archive'), actButton('trash', node, 'Delete')];
}
