import type { listArchivedTasks as endpoint } from '@timegrove/contract/tasks.ts';
import { containing, searchWords } from '@timegrove/domain/tree/search.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../http/bind.ts';
import { findTask, selectTasks } from './find-task.ts';
import { pageOf } from './page.ts';
import { viewWithPaths } from './task-view.ts';
import { visible } from './visible.ts';

/** Lists what is archived while the task above it is not, newest first, a page at a time. */
export const listArchivedTasks: Verb<typeof endpoint> = async (desk, { query }) => {
  const after = query.after === undefined ? null : await findTask(desk, query.after);
  const words = searchWords(query.q);
  const rows = await selectTasks(desk)
    .where('task.archived_at', 'is not', null)
    .where(belowActive)
    .where(visible(desk.actor))
    .where(sql<boolean>`${sql.join([sql`true`, ...words.map(inName)], sql` and `)}`)
    // The moment is compared inside the database, which keeps it finer than JavaScript does.
    .$if(after !== null, (tasks) =>
      tasks.where(
        sql<boolean>`(task.archived_at, task.id) < (
          select last.archived_at, last.id from task last
          where last.account_id = ${desk.actor.accountId} and last.id = ${after?.id})`,
      ),
    )
    .orderBy('task.archived_at', 'desc')
    .orderBy('task.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const { page, next } = pageOf(rows, query.limit);
  return { tasks: await viewWithPaths(desk, page), next };
};

const belowActive = sql<boolean>`not exists (
  select from task parent
  where parent.account_id = task.account_id
    and parent.id = task.parent_id
    and parent.archived_at is not null
)`;

function inName(word: string): RawBuilder<boolean> {
  return sql<boolean>`lower(task.name) like lower(${containing(word)})`;
}
