import { Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';
import * as accounts from './migrations/0001-accounts.ts';
import * as taskTree from './migrations/0002-task-tree.ts';
import * as integrations from './migrations/0003-integrations.ts';
import * as changesOfATask from './migrations/0004-changes-of-a-task.ts';
import * as tagsAndFavourites from './migrations/0005-tags-and-favourites.ts';
import * as groupsProfilesAndTokens from './migrations/0007-groups-profiles-and-tokens.ts';
import * as accountSettingsAndAudit from './migrations/0008-account-settings-and-audit.ts';
import * as findArchivedTasks from './migrations/0009-find-archived-tasks.ts';
import * as pagesOfARun from './migrations/0010-pages-of-a-run.ts';
import * as sumUpBranches from './migrations/0011-sum-up-branches.ts';
import * as connections from './migrations/0012-connections.ts';
import * as findItemsByAddress from './migrations/0013-find-items-by-address.ts';
import * as languagesOfBrowsers from './migrations/0014-languages-of-browsers.ts';
import * as requestsDoneOnce from './migrations/0015-requests-done-once.ts';

const migrations = {
  '0001-accounts': accounts,
  '0002-task-tree': taskTree,
  '0003-integrations': integrations,
  '0004-changes-of-a-task': changesOfATask,
  '0005-tags-and-favourites': tagsAndFavourites,
  '0007-groups-profiles-and-tokens': groupsProfilesAndTokens,
  '0008-account-settings-and-audit': accountSettingsAndAudit,
  '0009-find-archived-tasks': findArchivedTasks,
  '0010-pages-of-a-run': pagesOfARun,
  '0011-sum-up-branches': sumUpBranches,
  '0012-connections': connections,
  '0013-find-items-by-address': findItemsByAddress,
  '0014-languages-of-browsers': languagesOfBrowsers,
  '0015-requests-done-once': requestsDoneOnce,
};

/** Brings the database to the newest form; several servers starting at once wait for one another. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
