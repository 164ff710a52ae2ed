import { failureSentence, ProviderFailure } from '@timegrove/domain/provider.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { emptyLookup, type Lookup } from '@timegrove/domain/tree/lookup.ts';
import { mustBeHeld, type MirrorTask, type Plan } from '@timegrove/domain/tree/plan.ts';
import { reconcileInSteps } from '@timegrove/domain/tree/reconcile.ts';
import type { Spent } from '@timegrove/providers/kit/http.ts';
import pLimit from 'p-limit';
import { runTransaction } from '../../database/transaction.ts';
import { applyPlan } from './apply-plan.ts';
import { assignByEmail } from './assign-by-rule.ts';
import { ensureRoot } from './ensure-root.ts';
import { CalledOff, type Engine, type Work } from './engine.ts';
import { finishRun } from './finish-run.ts';
import { makeIds } from './make-ids.ts';
import { makeProgress } from './progress.ts';
import { readMirror } from './read-mirror.ts';
import { readVendor, toolsOfRun, type Read } from './read-vendor.ts';
import { findWaiting, readWork, type RunKey } from './read-work.ts';
import { makeChangeRows } from './change-rows.ts';
import { recheckMissing } from './recheck-missing.ts';
import { recordPlan } from './record-changes.ts';
import { recordSkips } from './record-skips.ts';
import { takeTurns } from './take-turns.ts';

/** Whoever waits for a vendor takes nothing from others; whoever applies takes connections. */
const applying = pLimit(3);

/**
 * Carries out one run, and the one that has to follow it: pull → prove complete → plan → (hold) →
 * apply → record. Safe to call twice and after a crash: one process at a time holds the integration,
 * and a finished run is left alone.
 */
export async function executeRun(engine: Engine, key: RunKey): Promise<void> {
  const first = await readWork(engine, key);
  if (first === undefined) return;
  const name = `${first.trigger === 'preview' ? 'preview' : 'sync'} ${first.integrationId}`;
  const held = await engine.database.hold(name, async () => {
    // Another process may have finished it while this one waited for its turn.
    const work = await readWork(engine, key);
    if (work !== undefined) await carryOut(engine, work);
  });
  // Whoever was woken for it may have come too early, while this process still held the integration.
  const next = held ? await findWaiting(engine.database.db, first) : undefined;
  if (next !== undefined) await executeRun(engine, next);
}

async function carryOut(engine: Engine, work: Work): Promise<void> {
  const progress = makeProgress(engine, work);
  const lookup = emptyLookup();
  const tools = toolsOfRun(engine, work);
  try {
    const [first, mirror] = await Promise.all([
      readVendor(work, tools, lookup, progress),
      readMirror(engine.database, work, lookup),
    ]);
    const read = await recheckMissing(work, tools, lookup, first, progress);
    await applying(async () => follow(engine, work, { ...read, mirror, lookup }));
  } catch (error) {
    await giveUp(engine, work, error, tools.spent());
  }
}

/** What the vendor has and what the tree has, noted where it is looked up. */
interface BothSides extends Read {
  readonly mirror: readonly MirrorTask[];
  readonly lookup: Lookup;
}

async function follow(engine: Engine, work: Work, read: BothSides): Promise<void> {
  const [gap] = read.gaps;
  const { spent, mirror, lookup } = read;
  const { db } = engine.database;
  if (gap !== undefined && lookup.seen.length === 0) throw new ProviderFailure(gap.failure);
  const preview = work.trigger === 'preview';
  const rootTaskId = preview
    ? (work.rootTaskId ?? newId<'task'>())
    : await ensureRoot(engine, work);
  const plan = await makePlan({ ...work, rootTaskId }, read);
  const held = work.trigger !== 'approval' && !preview && mustBeHeld(plan, mirror);
  const rows = makeChangeRows(work, mirror, plan);
  const counts = { seen: plan.seen, unchanged: plan.unchanged };
  if (preview || held) {
    await runTransaction(db, async (tx) => recordPlan(tx, work, plan, rows));
    return finishRun(engine, work, {
      state: held ? 'held' : 'previewed',
      reason: held ? heldReason(plan) : readReason(work, read),
      counts,
      spent,
    });
  }
  await applyPlan(engine, { ...work, rootTaskId }, plan, rows);
  await runTransaction(db, async (tx, wishes) => {
    await recordSkips(tx, work, plan, rows);
    if (read.people !== null) await assignByEmail(tx, work, read.people, engine.now(), wishes);
  });
  return finishRun(engine, work, {
    state: gap === undefined ? 'done' : 'partial',
    reason: readReason(work, read),
    failure: gap?.failure,
    counts,
    spent,
  });
}

async function makePlan(
  { provider, selection, rootTaskId }: Work & { rootTaskId: TaskId },
  { lookup, complete, lacking }: BothSides,
): Promise<Plan> {
  const { levels, selects } = provider;
  const rules = { root: rootTaskId, levels, selects, selection, newId: makeIds<'task'>() };
  return takeTurns(reconcileInSteps(rules, lookup, { complete, lacking }));
}

function heldReason({ archives }: Plan): string {
  return `This run would archive ${archives.length} tasks, so it waits until an administrator has looked at it.`;
}

/** What did not come and why. What the vendor's plan does not have is no failure, but people look for it. */
function readReason({ provider }: Work, { gaps: [gap], lacking }: Read): string | null {
  if (gap !== undefined)
    return `Not everything could be read: ${provider.name} ${failureSentence(gap.failure)}.`;
  const kinds = new Set(lacking.map(({ kind }) => kind));
  const words = provider.levels
    .filter(({ kind }) => kinds.has(kind))
    .map(({ words: { many } }) => many);
  if (words.length === 0) return null;
  return `The plan in ${provider.name} has no ${words.join(' and no ')}. Those that are known stay as they are.`;
}

async function giveUp(engine: Engine, work: Work, error: unknown, spent: Spent): Promise<void> {
  if (error instanceof ProviderFailure) {
    const reason = `${work.provider.name} ${failureSentence(error.failure)}.`;
    return finishRun(engine, work, { state: 'failed', reason, failure: error.failure, spent });
  }
  if (error instanceof CalledOff) {
    return finishRun(engine, work, { state: 'failed', reason: error.message, spent });
  }
  engine.log.error({ err: error, run: work.runId }, 'a run failed');
  const reason = `Something went wrong on the server. Run ${work.runId} has the details in the log.`;
  return finishRun(engine, work, { state: 'failed', reason, spent });
}
