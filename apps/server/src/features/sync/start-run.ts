import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountId, IntegrationId, MemberId, RunId } from '@timegrove/domain/id.ts';
import type { Selection } from '@timegrove/domain/provider.ts';
import type { Db } from '../../database/schema.ts';
import type { PublicDesk } from '../../http/desk.ts';
import type { Work } from './engine.ts';

type StartDesk = Pick<PublicDesk, 'db' | 'now' | 'house' | 'tell' | 'afterCommit'>;

/** What is to be run, and why. */
export interface RunWish {
  readonly accountId: AccountId;
  readonly integrationId: IntegrationId;
  readonly trigger: Work['trigger'];
  readonly startedBy: MemberId | null;
  /** Only for a preview: the selection it looks at. */
  readonly selection?: Selection;
}

/**
 * Starts a run, or joins the one under way (rule 15): a request that the running one cannot answer
 * any more, such as a changed selection, has one more run follow it.
 */
export async function startRun(desk: StartDesk, wish: RunWish): Promise<RunId> {
  const { accountId, integrationId } = wish;
  desk.tell({ accountId, topic: 'runs' });
  desk.tell({ accountId, topic: 'integrations', id: integrationId });
  // What was in the way may have ended before it could be joined; then there is room for a new one.
  for (;;) {
    if (wish.trigger === 'preview') await endOlderPreview(desk, wish);
    const runId = (await insertRun(desk, wish)) ?? (await joinRun(desk.db, wish));
    if (runId !== undefined) return runId;
  }
}

async function insertRun(desk: StartDesk, wish: RunWish): Promise<RunId | undefined> {
  const { accountId, integrationId, trigger, startedBy, selection } = wish;
  const runId = newId<'run'>();
  const result = await desk.db
    .insertInto('run')
    .values({
      account_id: accountId,
      id: runId,
      integration_id: integrationId,
      trigger,
      started_by: startedBy,
      started_at: desk.now,
      state: 'waiting',
      selection: selection === undefined ? null : JSON.stringify(selection),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return undefined;
  desk.afterCommit(async () => desk.house.jobs.wakeRun({ accountId, runId }));
  return runId;
}

type FollowUp = 'save' | 're-enable' | 'approval';

function followUpOf(trigger: Work['trigger']): FollowUp | null {
  return trigger === 'save' || trigger === 're-enable' || trigger === 'approval' ? trigger : null;
}

/** A preview joins nothing: what it would look at is another selection. */
async function joinRun(
  db: Db,
  { accountId, integrationId, trigger }: RunWish,
): Promise<RunId | undefined> {
  if (trigger === 'preview') return undefined;
  const again = followUpOf(trigger);
  const running = await db
    .selectFrom('run')
    .select('id')
    .where('account_id', '=', accountId)
    .where('integration_id', '=', integrationId)
    .where('trigger', '!=', 'preview')
    .where('finished_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (running !== undefined && again !== null) {
    await db
      .updateTable('run')
      .set({ again })
      .where('account_id', '=', accountId)
      .where('id', '=', running.id)
      .execute();
  }
  return running?.id;
}

/** A newer preview takes the place of one that still reads. */
async function endOlderPreview(
  desk: StartDesk,
  { accountId, integrationId }: RunWish,
): Promise<void> {
  await desk.db
    .updateTable('run')
    .set({ state: 'failed', finished_at: desk.now, reason: 'A newer preview took its place.' })
    .where('account_id', '=', accountId)
    .where('integration_id', '=', integrationId)
    .where('trigger', '=', 'preview')
    .where('finished_at', 'is', null)
    .execute();
}
