import type { listGroups as endpoint } from '@timegrove/contract/groups.ts';
import type { Verb } from '../../http/bind.ts';
import { selectGroups } from './read-group.ts';

/** Lists the groups by name. */
export const listGroups: Verb<typeof endpoint> = async (desk) => {
  const rows = await selectGroups(desk).orderBy('name').orderBy('id').execute();
  return { groups: rows.map((row) => ({ ...row, memberIds: row.memberIds ?? [] })) };
};
