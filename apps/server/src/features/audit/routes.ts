import * as contract from '@timegrove/contract/audit.ts';
import type { Door } from '../../http/bind.ts';
import { listAudit } from './list-audit.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function auditRoutes(door: Door): void {
  door.bind(contract.listAudit, listAudit);
}
