import { findPlace, textOf } from '../kit/page.ts';
import type { VendorPage } from '../kit/page.ts';

// All that is known of the page; the README says from whom. [S]: another tracker's own source.
const board = /^\/projects\/[^/]+/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const parameter = 'taskId';
const titleOf = (id: string): string => `[id="task_${id}"]`;
// Of a class name only what the vendor's people wrote; the end of it changes with every build.
const header = '[class*="headerLeft__"][class*="CardDetailsModal"]';
const progress = '[class*="taskProgressWrapper__"]';

/** The open card, by the id in the address. */
export const page: VendorPage = {
  matches: ['https://planner.timecamp.com/*', 'https://app.hey.space/*'],
  look(document, { pathname, searchParams }) {
    const id = searchParams.get(parameter);
    if (id === null || !uuid.test(id) || !board.test(pathname)) return [];
    const title = titleOf(id);
    return [
      {
        item: `task_${id}`,
        title: textOf(document.querySelector(title)),
        ...findPlace(document, [
          // Where the vendor's own timer button was, last and at first [S].
          { selector: header, where: 'append' },
          { selector: progress, where: 'append' },
          { selector: title, where: 'after' },
        ]),
      },
    ];
  },
};
