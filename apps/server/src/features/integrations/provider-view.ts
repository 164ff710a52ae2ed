import type { ProviderView } from '@timegrove/contract/integrations.ts';
import type { Provider } from '@timegrove/domain/provider.ts';

/** What the screens know of a provider. */
export function providerView(provider: Provider): ProviderView {
  const { id, name, summary, rootName, help, levels, schedule, selects, reenables } = provider;
  const selected = levels.find(({ kind }) => kind === selects);
  return {
    id,
    name,
    summary,
    rootName,
    help,
    iconUrl: `/api/providers/${id}/icon`,
    fields: [...provider.fields],
    levels: levels.map(({ kind, words }) => ({ kind, words })),
    selects: selected === undefined ? null : { kind: selected.kind, words: selected.words },
    schedule,
    reenables,
    matchesPeople: provider.assigns.members === 'by-email-to-containers',
  };
}
