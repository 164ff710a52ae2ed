import type { Integration } from '@timegrove/contract/integrations.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import type { Desk } from '../../http/desk.ts';
import { runView, selectRuns } from '../sync/run-view.ts';
import type { IntegrationRow } from './find-integration.ts';

/** Integrations as the contract shows them; the number of statements does not grow with their number. */
export async function integrationViews(
  desk: Desk,
  rows: readonly IntegrationRow[],
): Promise<Integration[]> {
  const owners = await readOwners(desk);
  const active = await countActiveTasks(desk);
  const current = await readRuns(desk, 'current');
  const last = await readRuns(desk, 'last');
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    state: row.state,
    owner: row.owner_member_id === null ? null : (owners.get(row.owner_member_id) ?? null),
    identity:
      row.identity_name === null
        ? null
        : { name: row.identity_name, email: row.identity_email ?? '' },
    maskedCredential: row.masked_credential,
    selection: selectionView(row.selection),
    rootTaskId: row.root_task_id,
    activeTasks: active.get(row.id) ?? 0,
    lastRun: last.get(row.id) ?? null,
    currentRun: current.get(row.id) ?? null,
    nextRunAt: row.next_run_at?.toISOString() ?? null,
    quota: quotaView(desk, row),
    pause: pauseView(desk, row),
  }));
}

function quotaView(
  { house }: Desk,
  { id, provider, credential }: IntegrationRow,
): Integration['quota'] {
  const known = house.providers.get(provider);
  if (known === undefined || credential === null) return null;
  const { left, of, until } = house.vendors.quotaOf(known, house.vault.open(credential, id));
  return { left, of, until: until?.toISOString() ?? null };
}

/** A wait that is over is none any more, also before anything was asked again. */
function pauseView(
  { now }: Desk,
  { pause_reason: reason, paused_until: until }: IntegrationRow,
): Integration['pause'] {
  if (reason === null || (until !== null && until <= now)) return null;
  return { reason, until: until?.toISOString() ?? null };
}

function selectionView(selection: IntegrationRow['selection']): Integration['selection'] {
  if (selection === null || selection.mode === 'all') return selection;
  return { mode: 'ticked', ids: [...selection.ids] };
}

async function readOwners({ db, actor }: Desk) {
  const rows = await db
    .selectFrom('member')
    .innerJoin('integration', (join) =>
      join
        .onRef('integration.account_id', '=', 'member.account_id')
        .onRef('integration.owner_member_id', '=', 'member.id'),
    )
    .select(['member.id', 'member.name', 'member.active'])
    .where('member.account_id', '=', actor.accountId)
    .execute();
  return new Map<MemberId, { memberId: MemberId; name: string; active: boolean }>(
    rows.map(({ id, name, active }) => [id, { memberId: id, name, active }]),
  );
}

async function countActiveTasks({ db, actor }: Desk) {
  const rows = await db
    .selectFrom('task')
    .select(['integration_id', db.fn.countAll<number>().as('count')])
    .where('account_id', '=', actor.accountId)
    .where('integration_id', 'is not', null)
    .where('archived_at', 'is', null)
    .groupBy('integration_id')
    .execute();
  return new Map(rows.map((row) => [row.integration_id, row.count]));
}

/** The unfinished run, or the newest finished one, of each integration; previews do not count. */
async function readRuns({ db, actor }: Desk, which: 'current' | 'last') {
  const rows = await selectRuns(db, actor.accountId)
    .distinctOn('run.integration_id')
    .where('run.trigger', '!=', 'preview')
    .where('run.finished_at', which === 'current' ? 'is' : 'is not', null)
    .orderBy('run.integration_id')
    .orderBy('run.started_at', 'desc')
    .orderBy('run.id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.integration_id, runView(row)]));
}

/** One integration as the contract shows it. */
export async function integrationView(desk: Desk, row: IntegrationRow): Promise<Integration> {
  const [view] = await integrationViews(desk, [row]);
  if (view === undefined) throw new TypeError('one row gives one view');
  return view;
}
