import { dayOf } from '@timegrove/domain/time/day.ts';
import { startTimer as endpoint } from '../../timers.ts';
import { makeDeed } from '../deed.ts';
import { joined, later, stopped } from '../foreseen.ts';

/** Starts a timer; the running one stops at the same instant. */
export const startTimer = makeDeed('start-timer', {
  endpoint,
  touches: ({ body }) => [body.id],
  begins: true,
  foresee: (entries, { body }, { at, memberId, scene }) => {
    if (entries.some((entry) => entry.id === body.id)) return entries;
    const running = entries.filter((entry) => entry.stoppedAt === null);
    const startedAt = running.reduce(
      (start, entry) => later(start, entry.startedAt),
      body.startedAt ?? at,
    );
    const others = entries.map((entry) =>
      running.includes(entry) ? stopped(entry, startedAt) : entry,
    );
    const { taskId: _, ...said } = body;
    return joined(others, {
      ...said,
      memberId,
      task: scene.task ?? null,
      startedAt,
      stoppedAt: null,
      day: dayOf(Date.parse(startedAt), body.zone),
      billable: false,
      changedBy: null,
    });
  },
});
