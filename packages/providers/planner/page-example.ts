import type { PageExample } from '../kit/page-example.ts';
import { html } from '../kit/sandbox/html.ts';

// Class names as a build of the vendor makes them [S]: readable words, then signs that change.
const classes = {
  header: 'headerLeft__app-heySpace-components-tasks-CardDetailsModal-styles__1VE1M',
  modal: 'modal__app-heySpace-components-tasks-CardDetailsModal-styles__3kQ9a',
} as const;

/** An open card over its board. Its id in the address and the title is the vendor's [S]. */
export const example: PageExample = {
  show(item, above) {
    const project = above.find(({ kind }) => kind === 'project');
    return {
      address: item.url ?? '',
      body: html`<div id="app">
        <header><strong>${project?.name}</strong></header>
        <main>${above.map(({ name }) => html`<section><h2>${name}</h2></section>`)}</main>
        <div role="dialog" class="${classes.modal}">
          <div style="display: flex; justify-content: space-between">
            <div class="${classes.header}" style="display: flex; gap: 8px">
              <button type="button">Mark as complete</button>
            </div>
            <button type="button" aria-label="Close">×</button>
          </div>
          <h1 id="task_${item.remoteId}">${item.name}</h1>
        </div>
      </div>`,
    };
  },
};
