import { sql, type Kysely } from 'kysely';

/** Other clients that a member lets in, and the web pages from which a token may be used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_token
      add column kind text not null default 'api'
        check (kind in ('api', 'browser-plugin', 'desktop-app', 'native-plugin')),
      add column origins text[] not null default '{}',
      -- The token with which this one was let in; it is revoked along.
      add column let_in_by uuid,
      add foreign key (account_id, let_in_by) references api_token (account_id, id);
    create index api_token_let_in_by on api_token (account_id, let_in_by)
      where let_in_by is not null;

    -- Belongs to no account until somebody answers, and is forgotten soon after.
    create table connection_request (
      id uuid primary key,
      code text not null unique,
      kind text not null check (kind in ('browser-plugin', 'desktop-app', 'native-plugin')),
      name text not null,
      origin text,
      -- SHA-256 of the secret that the asker made, as hex.
      token_hash text not null,
      ending text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      answer text check (answer in ('allowed', 'refused'))
    );
    create index connection_request_expiry on connection_request (expires_at);
  `.execute(db);
}
