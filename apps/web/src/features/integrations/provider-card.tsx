import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Integration, ProviderView } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { HelpLink } from '../help/help-link.tsx';
import { said } from '../../shell/said.ts';
import { EnableDialog } from './enable-dialog.tsx';
import { HealthBadge } from './health-badge.tsx';
import { healthOf, stageOf } from './stage.ts';

interface ProviderCardProps {
  readonly provider: ProviderView;
  readonly integration: Integration | undefined;
}

/** One vendor: what it brings, and the way to enable it or to its settings. */
export function ProviderCard({ provider, integration }: ProviderCardProps) {
  const stage = stageOf(integration);
  return (
    <Paper p="md" className="provider-card">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <img src={provider.iconUrl} alt="" width={36} height={36} />
        <div className="provider-words">
          <Group gap="xs">
            <Title order={2}>{provider.name}</Title>
            {integration && stage !== 'enable' && <HealthBadge health={healthOf(integration)} />}
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {said(provider.summary)}
          </Text>
          {integration && stage === 'settings' && (
            <Text size="sm" mt="xs" className="numbers">
              <Plural value={integration.activeTasks} one="# task" other="# tasks" />
            </Text>
          )}
        </div>
      </Group>
      <Group justify="space-between" mt="auto" pt="md">
        <HelpLink provider={provider} />
        {stage === 'enable' ? (
          <EnableButton provider={provider} />
        ) : (
          <SettingsLink provider={provider} choosing={stage === 'choose'} />
        )}
      </Group>
    </Paper>
  );
}

function EnableButton({ provider }: { readonly provider: ProviderView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button aria-label={t`Enable ${provider.name}`} onClick={() => setOpened(true)}>
        <Trans>Enable</Trans>
      </Button>
      <EnableDialog
        provider={provider}
        opened={opened}
        onClose={() => setOpened(false)}
        onEnabled={() =>
          void navigate({ to: '/integrations/$provider', params: { provider: provider.id } })
        }
      />
    </>
  );
}

interface SettingsLinkProps {
  readonly provider: ProviderView;
  readonly choosing: boolean;
}

function SettingsLink({ provider, choosing }: SettingsLinkProps) {
  const { t } = useLingui();
  return (
    <Button
      renderRoot={(props) => (
        <Link to="/integrations/$provider" params={{ provider: provider.id }} {...props} />
      )}
      variant={choosing ? 'filled' : 'default'}
      aria-label={choosing ? t`Continue with ${provider.name}` : t`Settings of ${provider.name}`}
    >
      {choosing ? <Trans>Continue</Trans> : <Trans>Settings</Trans>}
    </Button>
  );
}
