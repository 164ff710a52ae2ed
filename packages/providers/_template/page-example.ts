import type { PageExample } from '../kit/page-example.ts';
import { html } from '../kit/sandbox/html.ts';

/** The page of a task. Write here how the vendor builds it, with the ids and names that it has. */
export const example: PageExample = {
  show: (item) => ({
    address: `https://vendor.example/tasks/${encodeURIComponent(item.remoteId)}`,
    body: html`<main><h1>${item.name}</h1></main>`,
  }),
};
