import { undeleteEntry as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { joined } from '../foreseen.ts';

/** Brings a deleted entry back. */
export const undeleteEntry = makeDeed('undelete-entry', {
  endpoint,
  touches: ({ params }) => [params.entryId],
  already: ['entry-not-deleted'],
  foresee: (entries, _given, { scene }) =>
    scene.entry === undefined ? entries : joined(entries, scene.entry),
});
