import { html } from '../../kit/sandbox/html.ts';
import type { Html } from '../../kit/sandbox/html.ts';
import { actButton, nameField, stateMark } from '../../kit/sandbox/parts.ts';
import { board } from './board.ts';
import type { Looking } from './board.ts';
import { projectNode, taskNode } from './nodes.ts';
import type { Project, Task } from './rows.ts';
import { canSee } from './visible.ts';

/** What one person looks at, and the Timegrove whose native plugin the page carries, if any. */
interface LookingCloser extends Looking {
  readonly timegrove: string | undefined;
}

/** A project's own page, and on it a task, at the vendor's addresses; null where they show nothing. */
export function pageAt(looking: LookingCloser, path: string): Html | null {
  const { world, user, url } = looking;
  const id = /^\/projects\/([^/]+)\/kanban$/.exec(path)?.[1] ?? '';
  const project = world.projects.get(id);
  if (project === undefined || !canSee(world, user, project)) return null;
  const taskId = url.searchParams.get('taskId');
  if (taskId === null) {
    url.searchParams.set('project', id);
    return board(looking);
  }
  const task = world.tasks.get(taskId);
  return task?.projectId === id ? taskPart(looking, project, task) : null;
}

function taskPart(looking: LookingCloser, project: Project, task: Task): Html {
  const { world, timegrove } = looking;
  const node = taskNode(task);
  const list = world.lists.get(task.taskListId);
  return html`<section class="task-page" style="--color: ${project.color}">
    <p>
      <a href="kanban?${boardQuery(looking)}">${projectNode(project).name}</a> › ${list?.name ?? ''}
    </p>
    <div class="task-head">
      <h1 id="task_${task.id}">${nameField(node)}</h1>
      ${stateMark(node)}
      ${
        timegrove !== undefined &&
        html`<timegrove-timer provider="planner" item="task_${task.id}"></timegrove-timer>`
      }
    </div>
    <p>${task.description ?? 'No description.'}</p>
    <div class="task-head">
      ${
        node.state === 'active' || node.state === 'completed'
          ? actButton('archive', node, 'Archive')
          : actButton('restore', node, 'Restore')
      }
    </div>
    ${
      timegrove !== undefined &&
      html`<script src="${timegrove}/native-plugin.js" type="module"></script>`
    }
  </section>`;
}

function boardQuery({ url }: Looking): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('taskId');
  return query.toString();
}
