import { Anchor } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Run } from '@timegrove/contract/runs.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { withMoments } from '../../../shell/moments.ts';
import { runQuery } from '../queries.ts';
import { RunProgress } from '../run/run-progress.tsx';
import { changesOf, isUnderWay } from '../stage.ts';
import type { SettingsProps } from './integration-settings.tsx';
import { Notice } from '../../../shell/notice.tsx';

const recently = 10 * 60_000;

/** The run under way with its progress, or how the one that was just asked for ended. */
export function LatestRun({ provider, integration }: SettingsProps) {
  const { currentRun, lastRun, pause } = integration;
  if (currentRun !== null) {
    return <Current provider={provider} integration={integration} run={currentRun} />;
  }
  // A pause already says why the last run failed.
  if (lastRun === null || pause !== null || !isAskedFor(lastRun)) return null;
  return <Ended run={lastRun} rootTaskId={integration.rootTaskId} />;
}

function Ended({ run, rootTaskId }: FinishedProps) {
  if (run.state === 'done') return <Finished run={run} rootTaskId={rootTaskId} />;
  if (run.state !== 'failed' && run.state !== 'partial') return null;
  return (
    <Notice kind={run.state === 'failed' ? 'danger' : 'warning'}>
      {run.reason === null ? <Trans>The last run failed.</Trans> : withMoments(run.reason)}
    </Notice>
  );
}

function isAskedFor(run: Run): boolean {
  if (run.state === 'failed' || run.state === 'partial') return true;
  const byHand = run.trigger !== 'hourly' && run.trigger !== 'preview';
  return byHand && Date.now() - Date.parse(run.finishedAt ?? run.startedAt) < recently;
}

interface CurrentProps extends SettingsProps {
  readonly run: Run;
}

function Current({ provider, integration, run: started }: CurrentProps) {
  const run = useQuery(runQuery(started.id)).data ?? started;
  if (isUnderWay(run)) return <RunProgress provider={provider} run={run} />;
  return <Ended run={run} rootTaskId={integration.rootTaskId} />;
}

interface FinishedProps {
  readonly run: Run;
  readonly rootTaskId: TaskId | null;
}

function Finished({ run, rootTaskId }: FinishedProps) {
  return (
    <Notice kind="good">
      <FinishedWords run={run} /> {changesOf(run) > 0 && <SeeInProjects rootTaskId={rootTaskId} />}
    </Notice>
  );
}

function SeeInProjects({ rootTaskId }: Pick<FinishedProps, 'rootTaskId'>) {
  return (
    <Anchor
      underline="always"
      size="sm"
      renderRoot={(props) => (
        <Link to="/projects" search={rootTaskId ? { task: rootTaskId } : {}} {...props} />
      )}
    >
      <Trans>See them in Projects</Trans>
    </Anchor>
  );
}

function FinishedWords({ run }: { readonly run: Run }) {
  const { created, renamed, moved, restored, archived } = run.counts;
  const changed = renamed + moved;
  if (changesOf(run) === 0) return <Trans>Read everything; nothing had to change.</Trans>;
  return (
    <>
      {created > 0 && <Plural value={created} one="# task came in." other="# tasks came in." />}{' '}
      {restored > 0 && <Plural value={restored} one="# came back." other="# came back." />}{' '}
      {changed > 0 && <Plural value={changed} one="# changed." other="# changed." />}{' '}
      {archived > 0 && (
        <Plural value={archived} one="# went to Archived." other="# went to Archived." />
      )}
    </>
  );
}
