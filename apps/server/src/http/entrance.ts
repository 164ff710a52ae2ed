import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/schema.ts';
import type { House } from '../house.ts';
import type { NewsHub } from './news-hub.ts';

/** What the door needs to know who comes in. */
export interface Entrance {
  readonly db: Database;
  readonly house: House;
  readonly now: () => Date;
  readonly news: NewsHub;
  /** Counts a token that is none against its caller. @throws DomainError too-many-tries */
  readonly countBadToken: (request: FastifyRequest) => Promise<void>;
  /** Counts a good token's request against that token. @throws DomainError too-many-tries */
  readonly countToken: (request: FastifyRequest) => Promise<void>;
}
