import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Health } from './stage.ts';
import { Tag, type Tone } from '../../shell/tag.tsx';

const tones: Readonly<Record<Health, Tone>> = {
  choosing: 'busy',
  running: 'busy',
  held: 'warning',
  paused: 'danger',
  waiting: 'warning',
  partial: 'warning',
  cancelled: 'warning',
  failed: 'danger',
  fine: 'good',
};

/** How an integration is doing, in a word. */
export function HealthBadge({ health }: { readonly health: Health }) {
  return <Tag tone={tones[health]}>{wordsOf(health)}</Tag>;
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
    case 'cancelled':
      return <Trans>Last run cancelled</Trans>;
    case 'failed':
      return <Trans>Last run failed</Trans>;
    case 'fine':
      return <Trans>In step</Trans>;
  }
}
