import * as contract from '@timegrove/contract/entries.ts';
import type { Door } from '../../http/bind.ts';
import { addEntry } from './add-entry.ts';
import { changeEntry } from './change-entry.ts';
import { deleteEntry } from './delete-entry.ts';
import { listEntries } from './list-entries.ts';
import { undeleteEntry } from './undelete-entry.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function entryRoutes(door: Door): void {
  door.bind(contract.listEntries, listEntries);
  door.bind(contract.addEntry, addEntry);
  door.bind(contract.changeEntry, changeEntry);
  door.bind(contract.deleteEntry, deleteEntry);
  door.bind(contract.undeleteEntry, undeleteEntry);
}
