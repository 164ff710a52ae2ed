import { dayOf } from '@timegrove/domain/time/day.ts';
import { changeEntry as endpoint, type Entry } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { changed } from '../foreseen.ts';

/** Changes an entry or the running timer; what is left out stays. */
export const changeEntry = makeDeed('change-entry', {
  endpoint,
  touches: ({ params }) => [params.entryId],
  foresee: (entries, { params, body }, { scene }) =>
    changed(entries, params.entryId, scene, (entry): Entry => {
      const startedAt = body.startedAt ?? entry.startedAt;
      return {
        ...entry,
        startedAt,
        stoppedAt: body.stoppedAt ?? entry.stoppedAt,
        day: dayOf(Date.parse(startedAt), entry.zone),
        note: body.note ?? entry.note,
        billable: body.billable ?? entry.billable,
        tagIds: body.tagIds ?? entry.tagIds,
        ...(body.taskId !== undefined && { task: scene.task ?? null }),
      };
    }),
});
