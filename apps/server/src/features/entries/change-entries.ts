import type { changeEntries as endpoint } from '@timegrove/contract/entries.ts';
import type { Verb } from '../../http/bind.ts';
import { changeTime } from './change-time.ts';
import { viewEntries } from './entry-view.ts';

/** Changes many entries, all or none. */
export const changeEntries: Verb<typeof endpoint> = async (desk, { body }) => ({
  entries: await viewEntries(desk, await changeTime(desk, body.changes)),
});
