import type { PageExample } from '../kit/page-example.ts';
import { html } from '../kit/sandbox/html.ts';

/** The page of a project, with its tasks on the tab Tasks. Its address is known [D], the rest is made up. */
export const example: PageExample = {
  show(item, above) {
    const project = [...above, item].find(({ kind }) => kind === 'project');
    const open = (project?.url ?? '').replace(/\/team$/, '');
    const tasks = item.kind === 'task' ? [item] : [];
    return {
      address: `${open}/${item.kind === 'task' ? 'tasks' : 'dashboard'}`,
      body: html`<div id="root" style="display: flex; gap: 24px">
        <nav aria-label="Main"><a href="/timer">Timer</a> <a href="/projects">Projects</a></nav>
        <main>
          <div style="display: flex; align-items: center; gap: 12px">
            <h1>${project?.name}</h1>
            <button type="button">Edit project</button>
          </div>
          <table role="grid">
            <thead>
              <tr>
                <th></th>
                <th>Task</th>
                <th>Assignee</th>
              </tr>
            </thead>
            <tbody>
              ${tasks.map(
                ({ name }) =>
                  html`<tr>
                    <td><input type="checkbox" aria-label="Select" /></td>
                    <td><span>${name}</span></td>
                    <td>–</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </main>
      </div>`,
    };
  },
};
