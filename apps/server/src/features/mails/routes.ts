import * as contract from '@timegrove/contract/members.ts';
import type { Door } from '../../http/bind.ts';
import { listMails } from './list-mails.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function mailRoutes(door: Door): void {
  door.bind(contract.listMails, listMails);
}
