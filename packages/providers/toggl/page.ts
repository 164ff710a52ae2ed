import { findPlace, textOf } from '../kit/page.ts';
import type { Place, Spot, VendorPage } from '../kit/page.ts';

// All that is known of the page; the README says from whom. No tracker is known that puts a button
// there, so of the elements only the kinds are named that a page of this form has anyway [I].
const project = /^\/\d+\/projects\/(\d+)(?:\/|$)/;
const tasks = /\/tasks\/?$/;
const heading = 'main h1, [role="main"] h1, h1';
const places: readonly Place[] = [{ selector: heading, where: 'after' }];
const row = 'table tbody tr';
const cell = 'td';
// As many as one page of the vendor's own lists holds [R].
const mostRows = 50;

/**
 * The open project, by the id in its address, and on its tab Tasks each task. Tasks have no address
 * of their own, so they are known by their names in that project.
 */
export const page: VendorPage = {
  matches: ['https://track.toggl.com/*'],
  look(document, { pathname }) {
    const id = project.exec(pathname)?.[1];
    if (id === undefined) return [];
    const item = `project_${id}`;
    const title = textOf(document.querySelector(heading));
    const open: Spot = { item, title, ...findPlace(document, places) };
    return [open, ...(tasks.test(pathname) ? tasksOf(document, item) : [])];
  },
};

function tasksOf(document: Document, project: string): readonly Spot[] {
  const rows = [...document.querySelectorAll(row)].slice(0, mostRows);
  return rows.flatMap((row): readonly Spot[] => {
    const place = [...row.querySelectorAll(cell)].find((cell) => textOf(cell) !== '');
    if (place === undefined) return [];
    const title = textOf(place);
    return [{ item: `${project} ${title}`, title, place, where: 'append' }];
  });
}
