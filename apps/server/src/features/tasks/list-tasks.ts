import type { listTasks as endpoint } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { may, roleOn } from '@timegrove/domain/people/may.ts';
import { sql } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { findTask, selectTasks, type TaskRow } from './find-task.ts';
import { pageOf } from './page.ts';
import { viewTask } from './task-view.ts';
import { pathIds } from './visible.ts';

/** Lists the active tasks below one, by name, a page at a time. @throws DomainError not-found */
export const listTasks: Verb<typeof endpoint> = async (desk, { query }) => {
  const parent = query.parentId === undefined ? null : await findTask(desk, query.parentId);
  const after = query.after === undefined ? null : await findTask(desk, query.after);
  const rows = await childrenOf(desk, parent)
    .where('task.archived_at', 'is', null)
    .$if(after !== null, (tasks) =>
      tasks.where(
        sql<boolean>`(lower(task.name), task.id) > (lower(${after?.name}), ${after?.id})`,
      ),
    )
    .orderBy(sql`lower(task.name)`)
    .orderBy('task.id')
    .limit(query.limit + 1)
    .execute();
  const { page, next } = pageOf(rows, query.limit);
  return { tasks: page.map((row) => viewTask(desk.actor, row)), next };
};

/** On a mere path only its next steps are seen; asking for those by id spares the rest a look. */
function childrenOf(desk: Desk, parent: TaskRow | null): ReturnType<typeof selectTasks> {
  const below: TaskId | null = parent?.id ?? null;
  // Not `is not distinct from`: that looks through the whole account.
  const children = selectTasks(desk).where('task.parent_id', below === null ? 'is' : '=', below);
  const { actor } = desk;
  const all =
    may(actor, { do: 'see-whole-tree' }) ||
    (parent !== null && roleOn(actor, parent.lineage) !== undefined);
  return all ? children : children.where(sql<boolean>`task.id in (${pathIds(actor)})`);
}
