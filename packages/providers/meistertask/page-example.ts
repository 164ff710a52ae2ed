import type { PageExample } from '../kit/page-example.ts';
import { html } from '../kit/sandbox/html.ts';

/** An open task over its board. The ids and the JSON are the vendor's [S], the rest is made up. */
export const example: PageExample = {
  show(item, above) {
    const projectName = above.find(({ kind }) => kind === 'project')?.name ?? '';
    const data = JSON.stringify({ taskName: item.name, projectName, tagNames: [] });
    return {
      address: `${item.url}/${slugOf(item.name)}`,
      body: html`<div id="root">
        <nav class="kr-view"><span class="kr-text">${projectName}</span></nav>
        <main class="kr-view">
          ${above.map(({ name }) => html`<section class="kr-view"><h2>${name}</h2></section>`)}
        </main>
        <div role="dialog" aria-label="${item.name}" class="kr-view">
          <div id="mt-toggl-data" data-toggl-json="${data}" hidden></div>
          <header class="kr-view" style="display: flex; align-items: center; gap: 8px">
            <button type="button">Complete</button>
            <div id="mt-toggl-task-button"></div>
            <button type="button">Watch</button>
            <button type="button" aria-label="Close">×</button>
          </header>
          <h1 class="kr-text">${item.name}</h1>
        </div>
      </div>`,
    };
  },
};

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
