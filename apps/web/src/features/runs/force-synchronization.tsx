import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueries } from '@tanstack/react-query';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { api } from '../../shell/api.ts';
import { queryClient } from '../../shell/query-client.ts';
import { sentenceOf } from '../../shell/refusal.ts';
import { runQuery } from '../integrations/queries.ts';
import { summaryOf } from './run-summary.ts';
import { SummaryText } from './summary-text.tsx';
import './force-synchronization.css';

/** Starts every hourly integration now and tells how it goes; every member may. */
export function ForceSynchronization() {
  const force = useMutation({
    mutationFn: () => api(forceSynchronization),
    onSuccess: ({ runs }) => {
      for (const run of runs) queryClient.setQueryData(runQuery(run.id).queryKey, run);
    },
  });
  const started = force.data?.runs ?? [];
  const runs = useQueries({ queries: started.map((run) => runQuery(run.id)) });
  const summary = summaryOf(started.map((run, index) => runs[index]?.data ?? run));
  const busy = force.isPending || summary.state === 'under-way';
  return (
    <div className="force">
      <output className="force-result">
        {force.isError && sentenceOf(force.error)}
        {force.isSuccess && <SummaryText summary={summary} />}
      </output>
      <Button
        variant="default"
        className="force-button"
        leftSection={<IconRefresh size={16} aria-hidden className={busy ? 'force-turning' : ''} />}
        disabled={busy}
        onClick={() => force.mutate()}
      >
        <span className="force-name">
          <Trans>Force synchronization</Trans>
        </span>
      </Button>
    </div>
  );
}
