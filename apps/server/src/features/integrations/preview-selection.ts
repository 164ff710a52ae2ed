import type * as contract from '@timegrove/contract/integrations.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { findRun } from '../sync/read-run.ts';
import { startRun } from '../sync/start-run.ts';
import { findAccepted } from './find-integration.ts';
import { ensureSelected } from './save-selection.ts';

/** Starts a run that plans a selection and applies nothing (rule 13). */
export async function previewSelection(
  desk: Desk,
  { params, body }: Parsed<typeof contract.previewSelection>,
) {
  const linked = await findAccepted(desk, params.integrationId);
  ensureSelected(linked, body.selection);
  const { accountId, memberId } = desk.actor;
  const runId = await startRun(desk, {
    accountId,
    integrationId: linked.row.id,
    trigger: 'preview',
    startedBy: memberId,
    selection: body.selection,
  });
  return findRun(desk, runId);
}
