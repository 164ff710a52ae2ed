import { deleteEntry as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { without } from '../foreseen.ts';

/** Deletes an entry so that it can be brought back. */
export const deleteEntry = makeDeed('delete-entry', {
  endpoint,
  touches: ({ params }) => [params.entryId],
  foresee: (entries, { params }) => without(entries, params.entryId),
});
