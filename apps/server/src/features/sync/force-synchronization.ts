import { DomainError } from '@timegrove/domain/rule.ts';
import type { Desk } from '../../http/desk.ts';
import { runView, selectRuns } from './run-view.ts';
import { startRun } from './start-run.ts';

const oncePerMs = 60_000;

/** Starts every integration that syncs hourly, for any member, once a minute (rule 16). */
export async function forceSynchronization(desk: Desk) {
  const { db, actor } = desk;
  const { accountId, memberId } = actor;
  await takeTurn(desk);
  const active = await db
    .selectFrom('integration')
    .select(['id', 'provider'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'active')
    .where((integration) =>
      integration.or([
        integration('paused_until', 'is', null),
        integration('paused_until', '<=', desk.now),
      ]),
    )
    .execute();
  const hourly = active.filter(
    ({ provider }) => desk.house.providers.get(provider)?.schedule === 'hourly',
  );
  const ids = [];
  for (const { id: integrationId } of hourly) {
    ids.push(
      await startRun(desk, { accountId, integrationId, trigger: 'force', startedBy: memberId }),
    );
  }
  if (ids.length === 0) return { runs: [] };
  const rows = await selectRuns(db, accountId).where('run.id', 'in', ids).execute();
  return { runs: rows.map(runView) };
}

async function takeTurn({ db, actor, now }: Desk): Promise<void> {
  const member = await db
    .selectFrom('member')
    .select('forced_at')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.memberId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const wait = (member.forced_at?.getTime() ?? 0) + oncePerMs - now.getTime();
  if (wait > 0) throw new DomainError('force-too-often', { seconds: Math.ceil(wait / 1000) });
  await db
    .updateTable('member')
    .set({ forced_at: now })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.memberId)
    .execute();
}
