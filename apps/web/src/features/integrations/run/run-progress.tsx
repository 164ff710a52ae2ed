import { Paper, Progress, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ProviderView } from '@timegrove/contract/integrations.ts';
import type { Run } from '@timegrove/contract/runs.ts';

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
    </Paper>
  );
}
