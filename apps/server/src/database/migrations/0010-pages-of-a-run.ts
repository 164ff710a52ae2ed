import { sql, type Kysely } from 'kysely';

/** Remembers how many pages a run has read, beside the requests that it took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table run add column pages integer not null default 0`.execute(db);
}
