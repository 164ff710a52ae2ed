import type { undeleteEntries as endpoint } from '@timegrove/contract/entries.ts';
import type { Verb } from '../../http/bind.ts';
import { undeleteTime } from './delete-time.ts';
import { viewEntries } from './entry-view.ts';
import { holdAnyEntries } from './hold-entry.ts';

/** Brings the deleted ones of many entries back, all or none. */
export const undeleteEntries: Verb<typeof endpoint> = async (desk, { body }) => {
  const rows = await undeleteTime(desk, await holdAnyEntries(desk, body.ids));
  return { entries: await viewEntries(desk, rows) };
};
