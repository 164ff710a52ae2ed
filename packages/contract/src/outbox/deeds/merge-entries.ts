import { mergeEntries as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { replaced } from '../foreseen.ts';

/** Merges entries into the first of them; the scene shows what that becomes. */
export const mergeEntries = makeDeed('merge-entries', {
  endpoint,
  touches: ({ body }) => body.ids,
  foresee: (entries, { body }, { scene }) => replaced(entries, body.ids, scene),
});
