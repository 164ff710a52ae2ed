import { dayOf } from '@timegrove/domain/time/day.ts';
import { addEntry as endpoint } from '../../entries.ts';
import { makeDeed } from '../deed.ts';
import { joined } from '../foreseen.ts';

/** Adds time by hand. */
export const addEntry = makeDeed('add-entry', {
  endpoint,
  touches: ({ body }) => [body.id],
  begins: true,
  foresee: (entries, { body }, { memberId, scene }) => {
    const { taskId: _, ...said } = body;
    return joined(entries, {
      ...said,
      memberId: body.memberId ?? memberId,
      task: scene.task ?? null,
      day: dayOf(Date.parse(body.startedAt), body.zone),
      billable: body.billable ?? false,
      changedBy: null,
    });
  },
});
