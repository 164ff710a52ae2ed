import { Badge } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Health } from './stage.ts';

const colors: Readonly<Record<Health, string>> = {
  choosing: 'blue',
  running: 'blue',
  held: 'orange',
  paused: 'red',
  waiting: 'yellow',
  partial: 'yellow',
  failed: 'red',
  fine: 'grove',
};

/** How an integration is doing, in a word. */
export function HealthBadge({ health }: { readonly health: Health }) {
  return (
    <Badge color={colors[health]} variant="light" tt="none">
      {wordsOf(health)}
    </Badge>
  );
}

function wordsOf(health: Health): ReactNode {
  switch (health) {
    case 'choosing':
      return <Trans>Choose what to import</Trans>;
    case 'running':
      return <Trans>Synchronizing</Trans>;
    case 'held':
      return <Trans>Waits for your yes</Trans>;
    case 'paused':
      return <Trans>Paused</Trans>;
    case 'waiting':
      return <Trans>Waits for the vendor</Trans>;
    case 'partial':
      return <Trans>Partly read</Trans>;
    case 'failed':
      return <Trans>Last run failed</Trans>;
    case 'fine':
      return <Trans>In step</Trans>;
  }
}
