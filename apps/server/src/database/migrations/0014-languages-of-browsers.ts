import { sql, type Kysely } from 'kysely';

/** The language of the browser that a member signed in with last, for mails that no request causes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table member
      add column browser_language text check (browser_language in ('en', 'de', 'pl'))
  `.execute(db);
}
