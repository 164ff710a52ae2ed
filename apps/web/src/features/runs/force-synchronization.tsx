import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconRefresh } from '@tabler/icons-react';
import { sentenceOf } from '../../shell/refusal.ts';
import { SummaryText } from './summary-text.tsx';
import { useForceSynchronization } from './use-force-synchronization.ts';
import './force-synchronization.css';

/** Starts every hourly integration now and tells how it goes; every member may. */
export function ForceSynchronization() {
  const { start, busy, error, summary } = useForceSynchronization();
  return (
    <div className="force">
      <output className="force-result">
        {error !== null && sentenceOf(error)}
        {summary !== null && <SummaryText summary={summary} />}
      </output>
      <Button
        variant="default"
        className="force-button"
        leftSection={<IconRefresh size={16} aria-hidden className={busy ? 'force-turning' : ''} />}
        disabled={busy}
        onClick={start}
      >
        <span className="force-name">
          <Trans>Force synchronization</Trans>
        </span>
      </Button>
    </div>
  );
}
