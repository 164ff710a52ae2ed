import type { undeleteEntry as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { viewEntry } from './entry-view.ts';
import { holdAnyEntry } from './hold-entry.ts';
import { tellTime } from './tell-time.ts';

/** Brings a deleted entry back as it was, also onto an archived task: time is never lost. */
export const undeleteEntry: Verb<typeof endpoint> = async (desk, { params }) => {
  const entry = await holdAnyEntry(desk, params.entryId);
  if (entry.deleted_at === null) throw new DomainError('entry-not-deleted');
  const row = await desk.db
    .updateTable('entry')
    .set({ deleted_at: null })
    .where('account_id', '=', desk.actor.accountId)
    .where('id', '=', entry.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tellTime(desk, row, 'entry');
  return viewEntry(desk, row);
};
