import { SimpleGrid, Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../shell/page.tsx';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import './integrations.css';
import { ProviderCard } from './provider-card.tsx';
import { integrationsQuery, providersQuery } from './queries.ts';
import { integrationOf } from './stage.ts';

/** A card for every vendor that can be integrated, with how it is doing once it is on. */
export function IntegrationsScreen() {
  const { t } = useLingui();
  const providers = useQuery(providersQuery);
  const integrations = useQuery(integrationsQuery);
  const error = providers.error ?? integrations.error;
  const again = (): void => {
    void providers.refetch();
    void integrations.refetch();
  };
  return (
    <Page
      title={t`Integrations`}
      hint={t`Bring in the projects your team already has, and keep them in step`}
    >
      {error && <Unexpected error={error} reset={again} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {providers.data && integrations.data
          ? providers.data.providers.map((provider) => (
              <ProviderCard
                key={provider.id}
                provider={provider}
                integration={integrationOf(integrations.data.integrations, provider.id)}
              />
            ))
          : !error && [1, 2].map((key) => <Skeleton key={key} height={160} radius="md" />)}
      </SimpleGrid>
    </Page>
  );
}
