import { addSection } from './account.ts';
import { ApiError, good, page } from './answers.ts';
import { deleteSection, renameSection, touch } from './change.ts';
import { numberIn, textIn } from './fields.ts';
import { projectAsked } from './route-projects.ts';
import { sectionStatus } from './rows.ts';
import type { Section } from './rows.ts';
import type { Route, Routed } from './routes.ts';

const filters: Readonly<Record<string, readonly number[]>> = {
  active: [sectionStatus.active],
  trashed: [sectionStatus.trashed],
  all: [sectionStatus.active, sectionStatus.trashed],
};

/** Sections of a project or of the account, those of unlisted projects too [R]. */
export const sections: Route = (routed) => {
  const { account, call, id } = routed;
  const wanted = filters[call.url.searchParams.get('status') ?? 'active'] ?? [sectionStatus.active];
  const project = id === 0 ? null : projectAsked(routed).id;
  const rows = account.sections
    .all()
    .filter(
      (row) => wanted.includes(row.status) && (project === null || row.project_id === project),
    );
  return page(call, rows);
};

/** One section. */
export const section: Route = (routed) => good(sectionAsked(routed));

/** A new section. */
export const createSection: Route = (routed) =>
  good(addSection(routed.account, projectAsked(routed), textIn(routed.call, 'name')));

/** Changes what was sent; answers the whole section, as recorded, not `{}`, as documented [R]. */
export const updateSection: Route = (routed) => {
  const { account, call } = routed;
  const found = sectionAsked(routed);
  if (call.body['name'] !== undefined) renameSection(account, found, textIn(call, 'name'));
  if (call.body['status'] !== undefined) found.status = numberIn(call, 'status');
  touch(account, found);
  return good(found);
};

/** Removes a section for good; the route is not documented [?]. */
export const deleteSectionById: Route = (routed) => {
  deleteSection(routed.account, sectionAsked(routed));
  return new Response(null, { status: 204 });
};

/** The section that the path names. @throws ApiError 404 */
export function sectionAsked({ account, id }: Routed): Section {
  const found = account.sections.get(id);
  if (found === undefined) throw new ApiError(404, `Section with ID ${id} not found`);
  return found;
}
