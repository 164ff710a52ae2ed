import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import { cancelRun, type Run } from '@timegrove/contract/runs.ts';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';

interface RunProgressProps {
  readonly provider: ProviderView;
  /** Null while the run is only being asked for. */
  readonly run: Run | null;
}

/** A run under way, with real numbers. */
export function RunProgress({ provider, run }: RunProgressProps) {
  const { t } = useLingui();
  const { done, total } = run?.progress ?? { done: 0, total: null };
  const applying = run?.state === 'applying' && total !== null && total > 0;
  const percent = applying ? Math.min(100, Math.round((done / total) * 100)) : 100;
  return (
    <Paper p="md" aria-busy>
      <Text size="sm" fw={500} aria-live="polite">
        {run?.state === 'applying' ? (
          <Trans>Putting the changes into your tree…</Trans>
        ) : (
          <Trans>Reading {provider.name}…</Trans>
        )}
      </Text>
      <Progress
        my="xs"
        value={percent}
        striped={!applying}
        animated={!applying}
        aria-label={t`Progress`}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" className="numbers">
          {applying ? (
            <Trans>
              {done} of {total} changes
            </Trans>
          ) : (
            <Plural value={done} one="# item read" other="# items read" />
          )}
          {' · '}
          <Plural value={run?.requests ?? 0} one="# request" other="# requests" />
        </Text>
        {run && <CancelButton run={run} />}
      </Group>
    </Paper>
  );
}

/** Ends a run; what it has applied stays, and the next run goes on from there. */
function CancelButton({ run }: { readonly run: Run }) {
  const cancel = useDeed(
    () => api(cancelRun, { params: { runId: run.id } }),
    ['runs', 'integrations', 'tasks'],
  );
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={cancel.isPending}
      onClick={() => cancel.mutate(undefined)}
    >
      <Trans>Cancel</Trans>
    </Button>
  );
}
