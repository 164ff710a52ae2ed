import { splitEntry as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { replaced } from '../foreseen.ts';

/** Splits an entry; the scene shows both halves. */
export const splitEntry = makeDeed('split-entry', {
  endpoint,
  touches: ({ params, body }) => [params.entryId, body.id],
  foresee: (entries, { params, body }, { scene }) =>
    replaced(entries, [params.entryId, body.id], scene),
});
