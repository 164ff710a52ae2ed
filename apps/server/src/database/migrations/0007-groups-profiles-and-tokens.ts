import { sql, type Kysely } from 'kysely';

/** Groups of members, what a member says about themselves, and tokens for the API. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_group (
      account_id uuid not null references account (id),
      id uuid not null,
      name text not null,
      created_at timestamptz not null,
      primary key (account_id, id)
    );
    create unique index member_group_name on member_group (account_id, lower(name));

    create table member_of_group (
      account_id uuid not null,
      group_id uuid not null,
      member_id uuid not null,
      primary key (account_id, group_id, member_id),
      foreign key (account_id, group_id) references member_group (account_id, id) on delete cascade,
      foreign key (account_id, member_id) references member (account_id, id)
    );
    create index member_of_group_member on member_of_group (account_id, member_id);

    alter table member
      add column language text check (language in ('en', 'de', 'pl')),
      -- 1 is Monday, 7 is Sunday; null follows the account.
      add column week_start smallint check (week_start between 1 and 7),
      -- Minutes to work on each day from Monday to Sunday.
      add column working_minutes smallint[] not null default '{480,480,480,480,480,0,0}',
      add column idle_minutes smallint check (idle_minutes between 1 and 240) default 10;

    create table api_token (
      account_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      name text not null,
      scopes text[] not null,
      -- SHA-256 of the token, as hex.
      token_hash text not null unique,
      -- The last four characters, to recognise it by.
      ending text not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz,
      primary key (account_id, id),
      foreign key (account_id, member_id) references member (account_id, id)
    );
    create index api_token_member on api_token (account_id, member_id);
  `.execute(db);
}
