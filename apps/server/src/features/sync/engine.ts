import type { AccountId, IntegrationId, MemberId, RunId, TaskId } from '@timegrove/domain/id.ts';
import type { Credential, Provider, Selection } from '@timegrove/domain/provider.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { OpenDatabase } from '../../database/open.ts';
import type { House } from '../../house.ts';

/** What carrying out runs takes. */
export interface Engine {
  readonly database: OpenDatabase;
  readonly house: House;
  readonly now: () => Date;
  readonly log: FastifyBaseLogger;
}

/** One run with everything it needs to know of its integration. */
export interface Work {
  readonly accountId: AccountId;
  readonly runId: RunId;
  readonly integrationId: IntegrationId;
  readonly trigger: 'enable' | 'save' | 're-enable' | 'hourly' | 'force' | 'approval' | 'preview';
  readonly provider: Provider;
  readonly credential: Credential;
  readonly selection: Selection;
  readonly ownerId: MemberId | null;
  readonly rootTaskId: TaskId | null;
  /** Until when the vendor asked to be left alone. */
  readonly pausedUntil: Date | null;
}

/** A run was cancelled, or its integration unlinked, while it was under way; nothing more is applied. */
export class CalledOff extends Error {}
