import type { ConnectionKind } from '@timegrove/contract/connections.ts';
import type {
  AccountId,
  AuditId,
  GroupId,
  InvitationId,
  MailId,
  MemberId,
  TokenId,
  UserId,
} from '@timegrove/domain/id.ts';
import type { Language } from '@timegrove/domain/people/language.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { MaybeMoment, Moment } from './moment.ts';

/** A customer of this server, with its settings. */
export interface AccountTable {
  id: AccountId;
  name: string;
  created_at: Moment;
  /** ISO 4217. */
  currency: Generated<string>;
  zone: Generated<string>;
  /** 1 is Monday, 7 is Sunday. */
  week_start: Generated<number>;
  /** Durations are shown rounded to so many minutes; 0 shows them as they are. */
  rounding_minutes: Generated<number>;
  entries_by_hand: Generated<boolean>;
  overlaps_allowed: Generated<boolean>;
  /** Time whose day is more than so many days ago cannot be changed; null locks nothing. */
  lock_after_days: number | null;
  long_timer_hours: Generated<number>;
}

/** A person in an account. */
export interface MemberTable {
  account_id: AccountId;
  id: MemberId;
  user_id: UserId;
  name: string;
  email: string;
  role: AccountRole;
  active: Generated<boolean>;
  zone: string;
  joined_at: Moment;
  /** When the member last pressed Force synchronization. */
  forced_at: MaybeMoment;
  language: Language | null;
  /** That of the browser they signed in with last. */
  browser_language: Language | null;
  /** 1 is Monday, 7 is Sunday; null follows the account. */
  week_start: number | null;
  /** Minutes to work on each day from Monday to Sunday. */
  working_minutes: Generated<number[]>;
  /** After so many minutes away the clients ask; null never asks. */
  idle_minutes: ColumnType<number | null, number | null | undefined, number | null>;
}

/** A named group of members. */
export interface MemberGroupTable {
  account_id: AccountId;
  id: GroupId;
  name: string;
  created_at: Moment;
}

/** Who is in which group. */
export interface MemberOfGroupTable {
  account_id: AccountId;
  group_id: GroupId;
  member_id: MemberId;
}

/** A member's token for the API. */
export interface ApiTokenTable {
  account_id: AccountId;
  id: TokenId;
  member_id: MemberId;
  name: string;
  kind: Generated<'api' | ConnectionKind>;
  scopes: TokenScope[];
  /** The web pages that may use it. */
  origins: Generated<string[]>;
  /** SHA-256 of the token, as hex. */
  token_hash: string;
  /** The last four characters, to recognise it by. */
  ending: string;
  created_at: Moment;
  expires_at: MaybeMoment;
  last_used_at: MaybeMoment;
  revoked_at: MaybeMoment;
  /** The token with which it was let in as a connection; revoking that one revokes it. */
  let_in_by: TokenId | null;
}

/** Another client that asks to be let in; of no account until a member answers. */
export interface ConnectionRequestTable {
  id: TokenId;
  code: string;
  kind: ConnectionKind;
  name: string;
  /** The web page that asks. */
  origin: string | null;
  /** SHA-256 of the secret, as hex, and its last four characters. */
  token_hash: string;
  ending: string;
  created_at: Moment;
  expires_at: Moment;
  answer: 'allowed' | 'refused' | null;
}

/** Somebody who was asked to join. */
export interface InvitationTable {
  account_id: AccountId;
  id: InvitationId;
  email: string;
  role: AccountRole;
  /** SHA-256 of the token in the link, as hex. */
  token_hash: string;
  invited_by: MemberId;
  created_at: Moment;
  expires_at: Moment;
  accepted_at: MaybeMoment;
  revoked_at: MaybeMoment;
}

/** A mail that was sent or waits. */
export interface MailTable {
  account_id: AccountId;
  id: MailId;
  to_address: string;
  subject: string;
  text: string;
  html: string;
  created_at: Moment;
  sent_at: MaybeMoment;
  failure: string | null;
}

/** One thing that an administrator did. */
export interface AuditTable {
  account_id: AccountId;
  id: AuditId;
  at: Moment;
  member_id: MemberId;
  action: string;
  /** The kind and the id of what it was done to, and how it was called at that time. */
  thing: string;
  thing_id: string | null;
  name: string;
  /** What was before and what is after, by field. */
  changes: JSONColumnType<Readonly<Record<string, { before: unknown; after: unknown }>>>;
}

/** A write of a member that was done, by the key that it came with. */
export interface IdempotencyKeyTable {
  account_id: AccountId;
  member_id: MemberId;
  key: string;
  done_at: Moment;
  /** What it was answered; null only while it is being done. */
  answer: ColumnType<unknown, string | undefined, string>;
}
