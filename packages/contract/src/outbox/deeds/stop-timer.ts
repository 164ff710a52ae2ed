import { stopTimer as endpoint } from '../../timers.ts';
import { makeDeed } from '../deed.ts';
import { changed, stopped } from '../foreseen.ts';

/** Stops a timer; of two stops the earlier one stands. */
export const stopTimer = makeDeed('stop-timer', {
  endpoint,
  touches: ({ params }) => [params.entryId],
  foresee: (entries, { params, body }, { at, scene }) =>
    changed(entries, params.entryId, scene, (entry) => stopped(entry, body.stoppedAt ?? at)),
});
