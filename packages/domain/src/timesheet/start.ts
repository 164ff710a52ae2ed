import type { EntryId } from '../id.ts';

/** What a start needs to know of the member's other entries; instants in milliseconds. */
export interface Neighbour {
  readonly id: EntryId;
  readonly startedAt: number;
  /** Null: this is the running timer. */
  readonly stoppedAt: number | null;
  /** A person has set its times; its end stays where it is. */
  readonly byHand: boolean;
}

/** What a start does. */
export interface StartPlan {
  readonly startedAt: number;
  /** Null: it runs. Set: it arrived late, and a later start had already ended it. */
  readonly stoppedAt: number | null;
  /** The entries that stop at the instant of this start. */
  readonly stops: readonly EntryId[];
}

/**
 * The one place that decides what starting a timer does. The newest start wins, by the instant at
 * which it was pressed and not by when it arrived:
 *
 * - Pressed now (no instant, or one that a fast clock puts ahead): it runs, and the running timer
 *   stops at the same instant. If another process of the server has a clock slightly ahead, the
 *   running timer's own start is that instant, so that the order of arrival decides.
 * - Pressed in the past (a client was offline, or a person says “since nine”): timers that cover
 *   that instant stop there, also finished ones, whose stop came later than this start. Ends that a
 *   person has set by hand stay; there the two overlap, as entries by hand may.
 *   The new entry lasts until the next entry that started later, and runs if there is none. It
 *   takes over at least the rest of what it stopped, so no tracked instant is ever lost.
 *
 * So one timer runs at most, timers never overlap by being started, and offline clients may deliver
 * their starts and stops in any order: the outcome is the same.
 *
 * @param asked the instant at which it was pressed, in server time; undefined for now
 * @param others at least: the running timer; for a past instant also the entries that cover it and
 *   the first that started after it. More do no harm.
 */
export function planStart(
  asked: number | undefined,
  now: number,
  others: readonly Neighbour[],
): StartPlan {
  if (asked === undefined || asked >= now) return startNow(now, others);
  const stops = others.filter(
    (other) =>
      other.startedAt <= asked && endOf(other) > asked && !(other.byHand && isFinished(other)),
  );
  const later = others.filter((other) => other.startedAt > asked);
  const next = Math.min(...later.map((other) => other.startedAt));
  const end = Math.max(next, ...stops.map(endOf));
  return {
    startedAt: asked,
    stoppedAt: Number.isFinite(end) ? end : null,
    stops: stops.map((other) => other.id),
  };
}

function startNow(now: number, others: readonly Neighbour[]): StartPlan {
  const running = others.filter((other) => !isFinished(other));
  return {
    startedAt: Math.max(now, ...running.map((other) => other.startedAt)),
    stoppedAt: null,
    stops: running.map((other) => other.id),
  };
}

function isFinished(entry: Neighbour): boolean {
  return entry.stoppedAt !== null;
}

/** The running timer has no end: it is later than any instant. */
function endOf(entry: Neighbour): number {
  return entry.stoppedAt ?? Infinity;
}
