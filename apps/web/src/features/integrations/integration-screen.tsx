import { Anchor, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Integration, ProviderView } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { HelpLink } from '../help/help-link.tsx';
import { said } from '../../shell/said.ts';
import { ConnectedAs } from './choose/connected-as.tsx';
import { SelectionEditor } from './choose/selection-editor.tsx';
import { Steps } from './choose/steps.tsx';
import { EnableForm } from './enable-dialog.tsx';
import { HealthBadge } from './health-badge.tsx';
import './integrations.css';
import { integrationsQuery, providersQuery } from './queries.ts';
import { IntegrationSettings } from './settings/integration-settings.tsx';
import { healthOf, integrationOf, stageOf } from './stage.ts';
import { Notice } from '../../shell/notice.tsx';

/** One integration: enable it, choose what to import, or its settings. */
export function IntegrationScreen() {
  const { t } = useLingui();
  const { provider: id } = useParams({ from: '/signed-in/administrators/integrations/$provider' });
  const providers = useQuery(providersQuery);
  const integrations = useQuery(integrationsQuery);
  const provider = providers.data?.providers.find((one) => one.id === id);
  const error = providers.error ?? integrations.error;
  if (!providers.data || !integrations.data) {
    return (
      <Page title={t`Integration`}>
        {error ? <Notice kind="danger">{sentenceOf(error)}</Notice> : <Skeleton height={220} />}
      </Page>
    );
  }
  if (!provider) {
    return (
      <Page title={t`Integration`} hint={<BackLink />}>
        <Trans>There is no integration of this name.</Trans>
      </Page>
    );
  }
  const integration = integrationOf(integrations.data.integrations, provider.id);
  return (
    <Page
      title={provider.name}
      hint={
        <Group component="span" gap="md">
          <BackLink />
          <HelpLink provider={provider} />
        </Group>
      }
      actions={
        integration &&
        stageOf(integration) !== 'enable' && <HealthBadge health={healthOf(integration)} />
      }
    >
      <StageView provider={provider} integration={integration} />
    </Page>
  );
}

function BackLink() {
  return (
    <Anchor underline="always" component={Link} to="/integrations" size="sm" className="back-link">
      <IconArrowLeft size={14} aria-hidden /> <Trans>All integrations</Trans>
    </Anchor>
  );
}

interface StageViewProps {
  readonly provider: ProviderView;
  readonly integration: Integration | undefined;
}

function StageView({ provider, integration }: StageViewProps) {
  if (integration && stageOf(integration) === 'settings') {
    return <IntegrationSettings provider={provider} integration={integration} />;
  }
  if (integration && stageOf(integration) === 'choose') {
    return <FirstImport provider={provider} integration={integration} />;
  }
  return (
    <Paper p="lg" maw="34rem">
      <Text size="sm" c="dimmed" mb="md">
        {said(provider.summary)}
      </Text>
      {integration && (
        <Notice kind="hint">
          <Trans>
            This was unlinked. Enable it again and its tasks are taken over with their time; no
            second copy is made.
          </Trans>
        </Notice>
      )}
      <EnableForm provider={provider} />
    </Paper>
  );
}

interface FirstImportProps {
  readonly provider: ProviderView;
  readonly integration: Integration;
}

function FirstImport({ provider, integration }: FirstImportProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<'pick' | 'preview'>('pick');
  return (
    <Stack gap="lg">
      <Steps
        names={[t`Sign-in checked`, t`Choose`, t`Preview`, t`Import`]}
        at={step === 'pick' ? 1 : 2}
      />
      <ConnectedAs provider={provider} integration={integration} />
      <SelectionEditor integration={integration} provider={provider} onStep={setStep} />
    </Stack>
  );
}
