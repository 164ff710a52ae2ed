import type { Topic } from '@timegrove/contract/news.ts';
import type { AccountId, MemberId, TaskId, TokenId, UserId } from '@timegrove/domain/id.ts';
import { may, type Action } from '@timegrove/domain/people/may.ts';
import type { AccountRole, ProjectRole } from '@timegrove/domain/people/role.ts';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../database/schema.ts';
import type { House } from '../house.ts';
import type { Hearing } from './hearing.ts';

/** The token for the API that a request shows. */
export interface ShownToken {
  readonly id: TokenId;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date | null;
}

/** The member who asks, with everything that rights depend on. */
export interface Actor {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly zone: string;
  readonly assigned: ReadonlyMap<TaskId, ProjectRole>;
  /** Null for somebody who has signed in. */
  readonly token: ShownToken | null;
}

/** A piece of news on its way to the clients of an account. */
export interface Telling {
  readonly accountId: AccountId;
  readonly topic: Topic;
  /** Left out: for every member of the account. */
  readonly memberId?: MemberId;
  readonly id?: string;
}

/** What a verb for everybody finds on its desk. */
export interface PublicDesk {
  /** Inside a transaction for a write, the plain database for a read. */
  readonly db: Db;
  readonly now: Date;
  readonly log: FastifyBaseLogger;
  readonly house: House;
  readonly headers: Headers;
  /** Notifies clients of every server process when the transaction commits. */
  readonly tell: (news: Telling) => void;
  /** Runs when the transaction has committed. */
  readonly afterCommit: (action: () => void | Promise<void>) => void;
  /** Adds a header to the answer, e.g. a cookie. */
  readonly setHeader: (name: string, value: string | string[]) => void;
}

/** What a verb for members finds on its desk. */
export interface Desk extends PublicDesk {
  readonly actor: Actor;
  /** Begins to listen for news to the actor, for so long at most; no database connection is held. */
  readonly hearNews: (mostMs: number) => Hearing;
}

/** Refuses unless the policy allows the action. @throws DomainError right-needed */
export function ensureMay(actor: Actor, action: Action): void {
  if (!may(actor, action)) throw new DomainError('right-needed');
}
