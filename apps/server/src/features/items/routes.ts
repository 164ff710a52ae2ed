import * as contract from '@timegrove/contract/items.ts';
import type { Door } from '../../http/bind.ts';
import { findItem } from './find-item.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function itemRoutes(door: Door): void {
  door.bind(contract.findItem, findItem);
}
