import * as contract from '@timegrove/contract/groups.ts';
import type { Door } from '../../http/bind.ts';
import { addGroup } from './add-group.ts';
import { assignGroup } from './assign-group.ts';
import { changeGroup } from './change-group.ts';
import { deleteGroup } from './delete-group.ts';
import { listGroups } from './list-groups.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function groupRoutes(door: Door): void {
  door.bind(contract.listGroups, listGroups);
  door.bind(contract.addGroup, addGroup);
  door.bind(contract.changeGroup, changeGroup);
  door.bind(contract.deleteGroup, deleteGroup);
  door.bind(contract.assignGroup, assignGroup);
}
