import type { deleteEntries as endpoint } from '@timegrove/contract/entries.ts';
import type { Verb } from '../../http/bind.ts';
import { deleteTime } from './delete-time.ts';

/** Deletes many entries, all or none. */
export const deleteEntries: Verb<typeof endpoint> = async (desk, { body }) => {
  await deleteTime(desk, body.ids);
  return {};
};
