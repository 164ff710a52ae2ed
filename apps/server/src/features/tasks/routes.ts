import * as contract from '@timegrove/contract/tasks.ts';
import type { Door } from '../../http/bind.ts';
import { addTask } from './add-task.ts';
import { archiveTask } from './archive-task.ts';
import { assign } from './assign.ts';
import { changeTask } from './change-task.ts';
import { dropFavourite } from './drop-favourite.ts';
import { keepFavourite } from './keep-favourite.ts';
import { listArchivedTasks } from './list-archived-tasks.ts';
import { listAssignments } from './list-assignments.ts';
import { listFavouriteTasks } from './list-favourite-tasks.ts';
import { listRecentTasks } from './list-recent-tasks.ts';
import { listTasks } from './list-tasks.ts';
import { listTrackableTasks } from './list-trackable-tasks.ts';
import { moveTask } from './move-task.ts';
import { readTask } from './read-task.ts';
import { restoreTask } from './restore-task.ts';
import { searchTasks } from './search-tasks.ts';
import { summarizeTask } from './summarize-task.ts';
import { unassign } from './unassign.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function taskRoutes(door: Door): void {
  door.bind(contract.listTasks, listTasks);
  door.bind(contract.searchTasks, searchTasks);
  door.bind(contract.listRecentTasks, listRecentTasks);
  door.bind(contract.listFavouriteTasks, listFavouriteTasks);
  door.bind(contract.keepFavourite, keepFavourite);
  door.bind(contract.dropFavourite, dropFavourite);
  door.bind(contract.listTrackableTasks, listTrackableTasks);
  door.bind(contract.listArchivedTasks, listArchivedTasks);
  door.bind(contract.readTask, readTask);
  door.bind(contract.summarizeTask, summarizeTask);
  door.bind(contract.addTask, addTask);
  door.bind(contract.changeTask, changeTask);
  door.bind(contract.moveTask, moveTask);
  door.bind(contract.archiveTask, archiveTask);
  door.bind(contract.restoreTask, restoreTask);
  door.bind(contract.listAssignments, listAssignments);
  door.bind(contract.assign, assign);
  door.bind(contract.unassign, unassign);
}
