import * as contract from '@timegrove/contract/runs.ts';
import type { Door } from '../../http/bind.ts';
import { approveRun } from './approve-run.ts';
import { cancelRun } from './cancel-run.ts';
import { forceSynchronization } from './force-synchronization.ts';
import { listChanges } from './list-changes.ts';
import { listRuns } from './list-runs.ts';
import { readRun } from './read-run.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function syncRoutes(door: Door): void {
  door.bind(contract.forceSynchronization, forceSynchronization);
  door.bind(contract.listRuns, listRuns);
  door.bind(contract.readRun, readRun);
  door.bind(contract.listChanges, listChanges);
  door.bind(contract.approveRun, approveRun);
  door.bind(contract.cancelRun, cancelRun);
}
