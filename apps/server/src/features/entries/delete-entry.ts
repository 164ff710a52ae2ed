import type { deleteEntry as endpoint } from '@timegrove/contract/entries.ts';
import type { Verb } from '../../http/bind.ts';
import { deleteTime } from './delete-time.ts';

/** Deletes an entry so that it can be brought back; a running timer stops with it. */
export const deleteEntry: Verb<typeof endpoint> = async (desk, { params }) => {
  await deleteTime(desk, [params.entryId]);
  return {};
};
