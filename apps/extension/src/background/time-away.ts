import {
  askedSpan,
  deedsOf,
  left,
  returned,
  type AwayAnswer,
} from '@timegrove/ui/time-away/time-away.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { browser } from '../browser.ts';
import type { Desk } from './desk.ts';
import { runningOf } from './start-or-stop.ts';

/** The stretch of the running timer to ask about; null when there is none. */
export function spanAway(desk: Desk): Span | null {
  const running = runningOf(desk);
  return running === null ? null : askedSpan(desk.known().absence, running);
}

/** Lets the browser tell when nobody is at the computer for as long as the member's profile says. */
export function watchPresence(desk: Desk): void {
  const threshold = thresholdOf(desk);
  // A browser takes no less than 15 seconds.
  if (threshold !== null) browser.idle.setDetectionInterval(Math.max(15, threshold / 1000));
}

/** Remembers when the member leaves and comes back while a timer runs. */
export function noteState(desk: Desk, state: 'active' | 'idle' | 'locked'): void {
  const threshold = thresholdOf(desk);
  const running = runningOf(desk);
  const { absence } = desk.known();
  if (threshold === null || running === null) return;
  if (state === 'active') return desk.memory.change({ absence: returned(absence, desk.now()) });
  // A locked screen is left at that moment; a still mouse was left before it counts.
  const since = desk.now() - (state === 'locked' ? 0 : threshold);
  desk.memory.change({ absence: left(absence, running, { since, threshold }) });
}

/** Does with the time away what the member says. */
export async function answerAway(desk: Desk, answer: AwayAnswer): Promise<void> {
  const running = runningOf(desk);
  const away = spanAway(desk);
  desk.memory.change({ absence: null });
  if (running === null || away === null) return;
  for (const call of deedsOf(answer, running, away)) await desk.outbox()?.put(call);
}

function thresholdOf(desk: Desk): number | null {
  const { asksAway, me } = desk.known();
  return asksAway && me?.idleMinutes != null ? me.idleMinutes * minute : null;
}
