import type { undeleteEntry as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { undeleteTime } from './delete-time.ts';
import { viewEntry } from './entry-view.ts';
import { holdAnyEntries } from './hold-entry.ts';

/** Brings a deleted entry back as it was. */
export const undeleteEntry: Verb<typeof endpoint> = async (desk, { params }) => {
  const held = await holdAnyEntries(desk, [params.entryId]);
  if (held.some(({ entry }) => entry.deleted_at === null)) {
    throw new DomainError('entry-not-deleted');
  }
  const [row] = await undeleteTime(desk, held);
  if (row === undefined) throw new DomainError('not-found', { thing: 'entry' });
  return viewEntry(desk, row);
};
