import { sql } from 'kysely';
import type { Telling } from '../http/desk.ts';
import type { Database, Db } from './schema.ts';

/** What work inside a transaction may ask for when it commits. */
export interface Wishes {
  readonly tell: (news: Telling) => void;
  readonly afterCommit: (action: () => void | Promise<void>) => void;
}

/** The PostgreSQL channel on which committed news travels between server processes. */
export const newsChannel = 'timegrove_news';

/** Runs work in one transaction; its news is sent by the commit itself, so it is never lost nor early. */
export async function runTransaction<Result>(
  database: Database,
  work: (db: Db, wishes: Wishes) => Promise<Result>,
): Promise<Result> {
  const news: Telling[] = [];
  const actions: (() => void | Promise<void>)[] = [];
  const result = await database.transaction().execute(async (db) => {
    const wishes: Wishes = {
      tell: (telling) => void news.push(telling),
      afterCommit: (action) => void actions.push(action),
    };
    const done = await work(db, wishes);
    await notify(db, news);
    return done;
  });
  for (const action of actions) await action();
  return result;
}

async function notify(db: Db, news: readonly Telling[]): Promise<void> {
  if (news.length === 0) return;
  const payloads = [...new Set(news.map((telling) => JSON.stringify(telling)))];
  await sql`select pg_notify(${newsChannel}, payload) from unnest(${payloads}::text[]) payload`.execute(
    db,
  );
}
