import { Button, Group, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  previewSelection,
  saveSelection,
  type Integration,
  type ProviderView,
} from '@timegrove/contract/integrations.ts';
import type { Run } from '@timegrove/contract/runs.ts';
import { useEffect } from 'react';
import { api } from '../../../shell/api.ts';
import { withMoments } from '../../../shell/moments.ts';
import { sentenceOf } from '../../../shell/refusal.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { runQuery } from '../queries.ts';
import { RunChanges } from '../run/run-changes.tsx';
import { RunProgress } from '../run/run-progress.tsx';
import type { Selection } from '../selection.ts';
import { changesOf, isUnderWay } from '../stage.ts';
import { Notice } from '../../../shell/notice.tsx';

interface PreviewStepProps {
  readonly integration: Integration;
  readonly provider: ProviderView;
  readonly selection: Selection;
  readonly onBack: () => void;
  readonly onSaved: (run: Run) => void;
}

/** Shows what would come, change and go; then saves, which starts the import. */
export function PreviewStep(props: PreviewStepProps) {
  const { integration, provider, selection, onBack, onSaved } = props;
  const params = { integrationId: integration.id };
  const preview = useDeed(
    () => api(previewSelection, { params, body: { selection } }),
    ['integrations'],
  );
  const save = useDeed(
    () => api(saveSelection, { params, body: { selection } }),
    ['integrations', 'runs', 'tasks'],
  );
  const { mutate: start } = preview;
  useEffect(() => start(undefined), [start]);
  return (
    <Stack gap="md">
      {preview.isError && <Notice kind="danger">{sentenceOf(preview.error)}</Notice>}
      {preview.data ? (
        <PreviewOf run={preview.data} provider={provider} onAgain={() => start(undefined)} />
      ) : (
        !preview.isError && <RunProgress provider={provider} run={null} />
      )}
      <Group justify="space-between" className="choose-foot">
        <Button
          data-focus="step"
          variant="default"
          leftSection={<IconArrowLeft size={16} />}
          onClick={onBack}
        >
          <Trans>Back</Trans>
        </Button>
        <SaveButton
          runId={preview.data?.id}
          first={integration.state === 'choosing'}
          busy={save.isPending}
          onSave={() => save.mutate(undefined, { onSuccess: onSaved })}
        />
      </Group>
    </Stack>
  );
}

interface PreviewOfProps {
  readonly run: Run;
  readonly provider: ProviderView;
  readonly onAgain: () => void;
}

function PreviewOf({ run: started, provider, onAgain }: PreviewOfProps) {
  const run = useQuery(runQuery(started.id)).data ?? started;
  if (isUnderWay(run)) return <RunProgress provider={provider} run={run} />;
  if (run.state === 'previewed') {
    return (
      <>
        {run.reason !== null && <Notice kind="warning">{withMoments(run.reason)}</Notice>}
        <RunChanges run={run} provider={provider} />
      </>
    );
  }
  return (
    <Notice
      kind={run.state === 'failed' ? 'danger' : 'warning'}
      deeds={
        <Button variant="default" size="compact-sm" onClick={onAgain}>
          <Trans>Preview again</Trans>
        </Button>
      }
    >
      {run.reason === null ? (
        <Trans>Another run was under way, so there is no preview yet.</Trans>
      ) : (
        withMoments(run.reason)
      )}
    </Notice>
  );
}

interface SaveButtonProps {
  readonly runId: Run['id'] | undefined;
  readonly first: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
}

function SaveButton({ runId, first, busy, onSave }: SaveButtonProps) {
  const { t } = useLingui();
  if (runId === undefined) return null;
  return (
    <ReadySaveButton
      runId={runId}
      busy={busy}
      onSave={onSave}
      words={first ? t`Import` : t`Save`}
    />
  );
}

interface ReadySaveButtonProps {
  readonly runId: Run['id'];
  readonly words: string;
  readonly busy: boolean;
  readonly onSave: () => void;
}

function ReadySaveButton({ runId, words, busy, onSave }: ReadySaveButtonProps) {
  const run = useQuery(runQuery(runId)).data;
  const ready = run?.state === 'previewed';
  const changes = ready ? changesOf(run) : 0;
  return (
    <Button disabled={!ready} loading={busy} onClick={onSave}>
      {changes === 0 ? (
        words
      ) : (
        <Trans>
          {words} ({changes})
        </Trans>
      )}
    </Button>
  );
}
