import type { changeEntry as endpoint } from '@timegrove/contract/entries.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { Verb } from '../../http/bind.ts';
import { changeTime } from './change-time.ts';
import { viewEntry } from './entry-view.ts';

/** Changes an own entry, or anybody's for an administrator. */
export const changeEntry: Verb<typeof endpoint> = async (desk, { params, body }) => {
  const [row] = await changeTime(desk, [{ entryId: params.entryId, ...body }]);
  if (row === undefined) throw new DomainError('not-found', { thing: 'entry' });
  return viewEntry(desk, row);
};
