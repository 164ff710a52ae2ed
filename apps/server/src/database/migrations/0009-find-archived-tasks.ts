import { sql, type Kysely } from 'kysely';

/** Lists what is archived, newest first, without looking at all tasks of an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index task_archived on task (account_id, archived_at desc, id desc)
      where archived_at is not null;
  `.execute(db);
}
