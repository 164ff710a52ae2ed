import { sql, type Kysely } from 'kysely';

/** Accounts, members, invitations, mails, and the tables of the identity library. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null
    );

    create table identity_user (
      "id" text primary key,
      "name" text not null,
      "email" text not null unique,
      "emailVerified" boolean not null,
      "image" text,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    );
    create table identity_session (
      "id" text primary key,
      "expiresAt" timestamptz not null,
      "token" text not null unique,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" text not null references identity_user ("id") on delete cascade
    );
    create index identity_session_user on identity_session ("userId");
    create table identity_credential (
      "id" text primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references identity_user ("id") on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      "scope" text,
      "password" text,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    );
    create index identity_credential_user on identity_credential ("userId");
    create table identity_verification (
      "id" text primary key,
      "identifier" text not null,
      "value" text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    );
    create index identity_verification_identifier on identity_verification ("identifier");

    create table member (
      account_id uuid not null references account (id),
      id uuid not null,
      user_id text not null references identity_user ("id"),
      name text not null,
      email text not null,
      role text not null check (role in ('administrator', 'supervisor', 'user')),
      active boolean not null default true,
      zone text not null,
      joined_at timestamptz not null,
      forced_at timestamptz,
      primary key (account_id, id)
    );
    create unique index member_user on member (user_id);

    create table invitation (
      account_id uuid not null references account (id),
      id uuid not null,
      email text not null,
      role text not null check (role in ('administrator', 'supervisor', 'user')),
      token_hash text not null unique,
      invited_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      revoked_at timestamptz,
      primary key (account_id, id),
      foreign key (account_id, invited_by) references member (account_id, id)
    );
    create unique index invitation_open on invitation (account_id, email)
      where accepted_at is null and revoked_at is null;

    create table mail (
      account_id uuid not null references account (id),
      id uuid not null,
      to_address text not null,
      subject text not null,
      text text not null,
      html text not null,
      created_at timestamptz not null,
      sent_at timestamptz,
      failure text,
      primary key (account_id, id)
    );
  `.execute(db);
}
