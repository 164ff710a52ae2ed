import { sql, type Kysely } from 'kysely';

/** The settings of an account, and the log of what administrators do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account
      add column currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
      add column zone text not null default 'UTC',
      add column week_start smallint not null default 1 check (week_start between 1 and 7),
      -- Durations are shown rounded to so many minutes; 0 shows them as they are.
      add column rounding_minutes smallint not null default 0 check (rounding_minutes between 0 and 60),
      add column entries_by_hand boolean not null default true,
      add column overlaps_allowed boolean not null default true,
      -- Time whose day is more than so many days ago cannot be changed; null locks nothing.
      add column lock_after_days integer check (lock_after_days >= 0),
      add column long_timer_hours smallint not null default 8 check (long_timer_hours between 1 and 24);

    create table audit (
      account_id uuid not null references account (id),
      id uuid not null,
      at timestamptz not null,
      member_id uuid not null,
      action text not null,
      -- The kind and the id of what it was done to, and how it was called at that time.
      thing text not null,
      thing_id uuid,
      name text not null,
      -- What was before and what is after, by field.
      changes jsonb not null default '{}',
      primary key (account_id, id),
      foreign key (account_id, member_id) references member (account_id, id)
    );
    create index audit_latest on audit (account_id, at desc, id desc);
    create index audit_thing on audit (account_id, thing_id, at desc) where thing_id is not null;
  `.execute(db);
}
