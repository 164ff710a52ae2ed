import type { Deed } from '../deed.ts';
import { addEntry } from './add-entry.ts';
import { changeEntries } from './change-entries.ts';
import { changeEntry } from './change-entry.ts';
import { deleteEntries } from './delete-entries.ts';
import { deleteEntry } from './delete-entry.ts';
import { mergeEntries } from './merge-entries.ts';
import { splitEntry } from './split-entry.ts';
import { startTimer } from './start-timer.ts';
import { stopTimer } from './stop-timer.ts';
import { undeleteEntries } from './undelete-entries.ts';
import { undeleteEntry } from './undelete-entry.ts';

const onTimers = [startTimer, stopTimer];
const onOne = [addEntry, changeEntry, deleteEntry, undeleteEntry, splitEntry];
const onMany = [changeEntries, deleteEntries, undeleteEntries, mergeEntries];
const deeds = [...onTimers, ...onOne, ...onMany];

const byName: ReadonlyMap<string, Deed> = new Map(deeds.map((deed) => [deed.name, deed]));

/** The deed of that name; undefined when another version of Timegrove wrote it down. */
export function deedNamed(name: string): Deed | undefined {
  return byName.get(name);
}
