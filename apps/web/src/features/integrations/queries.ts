import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { explainAbsence } from '@timegrove/contract/explanations.ts';
import {
  listContainers,
  listIntegrations,
  listPeople,
  listProviders,
  type ProviderView,
} from '@timegrove/contract/integrations.ts';
import { listChanges, listRuns, readRun } from '@timegrove/contract/runs.ts';
import type { IntegrationId, RunId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';
import { isUnderWay } from './stage.ts';

const lookAgain = 1000;

/** Every vendor that can be integrated; changes only with the server itself. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => api(listProviders),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Finds what the screens know of a provider; undefined while it is not read. */
export function useProvider(id: string | null | undefined): ProviderView | undefined {
  const { data } = useQuery(providersQuery);
  return data?.providers.find((provider) => provider.id === id);
}

/** The integrations of the account. News come when they change; a run under way is looked at again. */
export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: () => api(listIntegrations),
  refetchInterval: ({ state }) =>
    state.data?.integrations.some((integration) => integration.currentRun) === true
      ? 2 * lookAgain
      : false,
});

/** What can be selected, asked from the vendor now; not asked again while the screen is open. */
export function containersQuery(integrationId: IntegrationId) {
  return queryOptions({
    queryKey: ['containers', integrationId],
    queryFn: () => api(listContainers, { params: { integrationId } }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}

/** The newest runs of an integration. */
export function runsQuery(integrationId: IntegrationId) {
  return queryOptions({
    queryKey: ['runs', 'of', integrationId],
    queryFn: () => api(listRuns, { params: { integrationId }, query: { limit: 100 } }),
  });
}

/** One run, looked at every second while it is under way. */
export function runQuery(runId: RunId) {
  return queryOptions({
    queryKey: ['runs', runId],
    queryFn: () => api(readRun, { params: { runId } }),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : lookAgain),
  });
}

/** What a finished run did or would do: at most `limit` lines and how many there are. */
export function changesQuery(runId: RunId, limit: number) {
  return queryOptions({
    queryKey: ['runs', runId, 'changes', limit],
    queryFn: () => api(listChanges, { params: { runId }, query: { limit } }),
    placeholderData: (before) => before,
  });
}

/** What is known of an item by its name; an empty name asks for nothing. */
export function absenceQuery(integrationId: IntegrationId, name: string) {
  return queryOptions({
    queryKey: ['runs', 'absence', integrationId, name],
    queryFn:
      name === ''
        ? skipToken
        : () => api(explainAbsence, { params: { integrationId }, query: { name } }),
  });
}

/** The people at the vendor and the members they match, asked from the vendor now; no news asks it again. */
export function remotePeopleQuery(integrationId: IntegrationId) {
  return queryOptions({
    queryKey: ['remote-people', integrationId],
    queryFn: () => api(listPeople, { params: { integrationId } }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}
