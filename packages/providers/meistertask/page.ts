import { findPlace, wordInJson } from '../kit/page.ts';
import type { Place, VendorPage } from '../kit/page.ts';
import { addressOf } from './address.ts';

// All that is known of the page; the README says from whom. [S]: another tracker's own source.
const task = /^\/app\/task\/([\w-]+)(?:\/|$)/;
const data = {
  selector: '#mt-toggl-data',
  attribute: 'data-toggl-json',
  title: 'taskName',
} as const;
const places: readonly Place[] = [
  // The vendor's own room for a tracker's button [S]. Beside it, because that tracker empties it.
  { selector: '#mt-toggl-task-button', where: 'after' },
  // The header of a task before the page was built anew [S].
  { selector: '.js-task-header', where: 'append' },
];

/**
 * The open task, by the token in its address. The page knows no id of the API, but an imported task
 * knows its address.
 */
export const page: VendorPage = {
  matches: ['https://www.meistertask.com/*'],
  look(document, { pathname }) {
    const token = task.exec(pathname)?.[1];
    if (token === undefined) return [];
    const json = document.querySelector(data.selector)?.getAttribute(data.attribute) ?? null;
    return [
      {
        item: addressOf('task', token),
        title: wordInJson(json, data.title),
        ...findPlace(document, places),
      },
    ];
  },
};
