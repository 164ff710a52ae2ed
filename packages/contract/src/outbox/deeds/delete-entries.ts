import { deleteEntries as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { replaced } from '../foreseen.ts';

/** Deletes many entries so that they can be brought back. */
export const deleteEntries = makeDeed('delete-entries', {
  endpoint,
  touches: ({ body }) => body.ids,
  foresee: (entries, { body }) => replaced(entries, body.ids, {}),
});
