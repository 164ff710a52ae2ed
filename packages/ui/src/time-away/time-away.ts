import type { Entry } from '@timegrove/contract/entries.ts';
import { id } from '@timegrove/contract/fields.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { z } from 'zod';
import { labelOf, type PickedTask } from '../task-picker/picked-task.ts';

/** The member left the computer while a timer ran; in server time. */
export const absence = z.object({
  entryId: id('entry'),
  since: z.number(),
  /** When the member came back; null: still away. */
  until: z.number().nullable(),
});
export type Absence = z.output<typeof absence>;

/** What becomes of the time away. */
export type AwayAnswer =
  /** It was work. */
  | { readonly kind: 'keep' }
  /** The timer ended when the member left. */
  | { readonly kind: 'discard' }
  /** The timer ended when the member left, and goes on since they are back. */
  | { readonly kind: 'continue' }
  /** It was work on something else; the timer goes on since they are back. */
  | { readonly kind: 'move'; readonly task: PickedTask | null };

/**
 * What is remembered when the member leaves. Who comes back for a moment only, and has not answered
 * yet, is still asked about one absence.
 */
export function left(
  before: Absence | null,
  running: Pick<Entry, 'id' | 'startedAt'>,
  { since, threshold }: { readonly since: number; readonly threshold: number },
): Absence {
  const start = Math.max(since, Date.parse(running.startedAt));
  if (before?.entryId !== running.id) return { entryId: running.id, since: start, until: null };
  const brief = before.until === null || since - before.until < threshold;
  return brief ? { ...before, until: null } : before;
}

/** What is remembered when the member is back. */
export function returned(before: Absence | null, now: number): Absence | null {
  return before !== null && before.until === null ? { ...before, until: now } : before;
}

/** The time to ask about, if there is any: of the timer that runs, and a minute at least. */
export function askedSpan(
  remembered: Absence | null,
  running: Pick<Entry, 'id' | 'startedAt'>,
): Span | null {
  if (remembered === null || remembered.until === null) return null;
  if (remembered.entryId !== running.id) return null;
  const start = Math.max(remembered.since, Date.parse(running.startedAt));
  return remembered.until - start < minute ? null : { start, end: remembered.until };
}

/**
 * What an answer does, in this order. Time for another task is a timer that started when the member
 * left: so it is tracked, also where an account does not allow time by hand.
 */
export function deedsOf(answer: AwayAnswer, running: Entry, away: Span): readonly Call[] {
  const stop = stopTimer.call(
    { params: { entryId: running.id }, body: { stoppedAt: instant(away.start) } },
    { entry: running },
  );
  const goOn = starting(running, running.task, away.end);
  switch (answer.kind) {
    case 'keep':
      return [];
    case 'discard':
      return [stop];
    case 'continue':
      return [stop, goOn];
    case 'move': {
      const other = { zone: running.zone, note: '', tagIds: [] };
      return [starting(other, answer.task, away.start), goOn];
    }
  }
}

function starting(
  { zone, note, tagIds }: Pick<Entry, 'zone' | 'note' | 'tagIds'>,
  task: PickedTask | null,
  at: number,
): Call {
  const said = { taskId: task?.id ?? null, note, tagIds: [...tagIds], zone };
  const body = { id: newId<'entry'>(), ...said, startedAt: instant(at) };
  return startTimer.call({ body }, { task: labelOf(task) });
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
