import { undeleteEntries as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { replaced } from '../foreseen.ts';

/** Brings many deleted entries back; the scene shows them as they were. */
export const undeleteEntries = makeDeed('undelete-entries', {
  endpoint,
  touches: ({ body }) => body.ids,
  foresee: (entries, { body }, { scene }) => replaced(entries, body.ids, scene),
});
