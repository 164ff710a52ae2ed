import { queryOptions } from '@tanstack/react-query';
import { readProviderHelp } from '@timegrove/contract/integrations.ts';
import { api } from '../../shell/api.ts';

/** The help page of a vendor; changes only with the server itself. */
export function providerHelpQuery(provider: string) {
  return queryOptions({
    queryKey: ['providers', provider, 'help'],
    queryFn: () => api(readProviderHelp, { params: { provider } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
