import * as contract from '@timegrove/contract/explanations.ts';
import type { Door } from '../../http/bind.ts';
import { explainAbsence } from './explain-absence.ts';
import { explainTask } from './explain-task.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function explanationRoutes(door: Door): void {
  door.bind(contract.explainTask, explainTask);
  door.bind(contract.explainAbsence, explainAbsence);
}
