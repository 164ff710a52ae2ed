import { DomainError } from '../rule.ts';

/** What a stop needs to know of the timer; instants in milliseconds. */
export interface Stoppable {
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  /** A person has set its times; a stop does not move them. */
  readonly byHand: boolean;
}

/**
 * Where the end of a timer is after a stop. Stop is monotone: it ends a running timer, it can move
 * the end of a stopped one earlier (two devices stopped it, one was offline), never later, and
 * never an end that a person has set by hand. So stops may arrive in any order and more than once.
 * @param asked the instant at which it was pressed, in server time; undefined for now
 * @throws DomainError entry-ends-before-start
 */
export function planStop(timer: Stoppable, asked: number | undefined, now: number): number {
  if (asked !== undefined && asked < timer.startedAt) {
    throw new DomainError('entry-ends-before-start');
  }
  // A client's clock may be ahead of the server's, and one process of the server ahead of another.
  const at = Math.max(timer.startedAt, Math.min(asked ?? now, now));
  if (timer.stoppedAt === null) return at;
  return timer.byHand ? timer.stoppedAt : Math.min(timer.stoppedAt, at);
}
