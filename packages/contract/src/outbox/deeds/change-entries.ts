import { changeEntries as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { replaced } from '../foreseen.ts';

/** Changes many entries; the scene shows them as they will be. */
export const changeEntries = makeDeed('change-entries', {
  endpoint,
  touches: ({ body }) => body.changes.map((change) => change.entryId),
  foresee: (entries, { body }, { scene }) =>
    replaced(
      entries,
      body.changes.map((change) => change.entryId),
      scene,
    ),
});
