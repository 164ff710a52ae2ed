import { findPlace, textOf } from '../kit/page.ts';
import type { Place, VendorPage } from '../kit/page.ts';

// Everything that the code leans on stands here: addresses and ids first, class names last.
const task = /^\/tasks\/(\w+)$/;
const heading = 'h1';
const places: readonly Place[] = [{ selector: heading, where: 'after' }];

/** The open task, by the id in the address. */
export const page: VendorPage = {
  matches: ['https://vendor.example/*'],
  look(document, { pathname }) {
    const id = task.exec(pathname)?.[1];
    if (id === undefined) return [];
    const title = textOf(document.querySelector(heading));
    return [{ item: `task_${id}`, title, ...findPlace(document, places) }];
  },
};
