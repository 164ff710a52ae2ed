import { useMutation, useQueries } from '@tanstack/react-query';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { api } from '../../shell/api.ts';
import { queryClient } from '../../shell/query-client.ts';
import { runQuery } from '../integrations/queries.ts';
import { summaryOf, type Summary } from './run-summary.ts';

interface ForcedSynchronization {
  readonly start: () => void;
  readonly busy: boolean;
  /** Why it could not begin, if it could not. */
  readonly error: Error | null;
  /** How it stands, once it has begun. */
  readonly summary: Summary | null;
}

/** Starts every hourly integration now, and tells how it goes; every member may. */
export function useForceSynchronization(): ForcedSynchronization {
  const force = useMutation({
    mutationFn: () => api(forceSynchronization),
    onSuccess: ({ runs }) => {
      for (const run of runs) queryClient.setQueryData(runQuery(run.id).queryKey, run);
    },
  });
  const started = force.data?.runs ?? [];
  const runs = useQueries({ queries: started.map((run) => runQuery(run.id)) });
  const summary = summaryOf(started.map((run, index) => runs[index]?.data ?? run));
  return {
    start: () => force.mutate(),
    busy: force.isPending || summary.state === 'under-way',
    error: force.error,
    summary: force.isSuccess ? summary : null,
  };
}
