import type { Deed } from '../deed.ts';
import { addEntry } from './add-entry.ts';
import { changeEntry } from './change-entry.ts';
import { deleteEntry } from './delete-entry.ts';
import { startTimer } from './start-timer.ts';
import { stopTimer } from './stop-timer.ts';
import { undeleteEntry } from './undelete-entry.ts';

const deeds = [startTimer, stopTimer, addEntry, changeEntry, deleteEntry, undeleteEntry];

const byName: ReadonlyMap<string, Deed> = new Map(deeds.map((deed) => [deed.name, deed]));

/** The deed of that name; undefined when another version of Timegrove wrote it down. */
export function deedNamed(name: string): Deed | undefined {
  return byName.get(name);
}
