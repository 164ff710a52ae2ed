import { queryOptions } from '@tanstack/react-query';
import { readProviderHelp } from '@timegrove/contract/integrations.ts';
import type { Language } from '@timegrove/domain/people/language.ts';
import { api } from '../../shell/api.ts';

/** The help page of a vendor in a language; changes only with the server itself. */
export function providerHelpQuery(provider: string, language: Language) {
  return queryOptions({
    queryKey: ['providers', provider, 'help', language],
    queryFn: () => api(readProviderHelp, { params: { provider }, query: { language } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
