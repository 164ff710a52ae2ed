import * as contract from '@timegrove/contract/entries.ts';
import type { Door } from '../../http/bind.ts';
import { addEntry } from './add-entry.ts';
import { changeEntries } from './change-entries.ts';
import { changeEntry } from './change-entry.ts';
import { deleteEntries } from './delete-entries.ts';
import { deleteEntry } from './delete-entry.ts';
import { listEntries } from './list-entries.ts';
import { listPeopleTracking } from './list-people-tracking.ts';
import { mergeEntries } from './merge-entries.ts';
import { splitEntry } from './split-entry.ts';
import { undeleteEntries } from './undelete-entries.ts';
import { undeleteEntry } from './undelete-entry.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function entryRoutes(door: Door): void {
  door.bind(contract.listEntries, listEntries);
  door.bind(contract.listPeopleTracking, listPeopleTracking);
  door.bind(contract.addEntry, addEntry);
  door.bind(contract.changeEntry, changeEntry);
  door.bind(contract.changeEntries, changeEntries);
  door.bind(contract.splitEntry, splitEntry);
  door.bind(contract.mergeEntries, mergeEntries);
  door.bind(contract.deleteEntry, deleteEntry);
  door.bind(contract.deleteEntries, deleteEntries);
  door.bind(contract.undeleteEntry, undeleteEntry);
  door.bind(contract.undeleteEntries, undeleteEntries);
}
