import * as contract from '@timegrove/contract/account.ts';
import type { Door } from '../../http/bind.ts';
import { changeAccount } from './change-account.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function accountRoutes(door: Door): void {
  door.bind(contract.changeAccount, changeAccount);
}
