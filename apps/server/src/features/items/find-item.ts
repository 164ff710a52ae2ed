import type { findItem as endpoint } from '@timegrove/contract/items.ts';
import type { Verb } from '../../http/bind.ts';
import { viewWithPaths } from '../tasks/task-view.ts';
import { readItem } from './read-item.ts';

/** Finds the task of a vendor's item for a client that stands beside it. */
export const findItem: Verb<typeof endpoint> = async (desk, { query }) => {
  const { state, row, choices, integration } = await readItem(desk, query);
  const [task = null] = row?.visible === true ? await viewWithPaths(desk, [row]) : [];
  return { state, task, choices: await viewWithPaths(desk, choices), integration };
};
