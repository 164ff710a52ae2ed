import * as contract from '@timegrove/contract/timers.ts';
import type { Door } from '../../http/bind.ts';
import { readTimer } from './read-timer.ts';
import { startTimer } from './start-timer.ts';
import { stopTimer } from './stop-timer.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function timerRoutes(door: Door): void {
  door.bind(contract.readTimer, readTimer);
  door.bind(contract.startTimer, startTimer);
  door.bind(contract.stopTimer, stopTimer);
}
