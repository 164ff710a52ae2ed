import { Stack, Tabs } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Integration, ProviderView } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { SelectionEditor } from '../choose/selection-editor.tsx';
import { LatestRun } from './latest-run.tsx';
import { Overview } from './overview.tsx';
import { RemotePeople } from './remote-people.tsx';
import { RunHistory } from './run-history.tsx';
import './settings.css';
import { StatusAlerts } from './status-alerts.tsx';

/** What the settings of one integration are about. */
export interface SettingsProps {
  readonly provider: ProviderView;
  readonly integration: Integration;
}

/** An integration that is on: how it is doing, what it imports, what it did. */
export function IntegrationSettings({ provider, integration }: SettingsProps) {
  const [tab, setTab] = useState<string | null>('overview');
  return (
    <Stack gap="md">
      <StatusAlerts provider={provider} integration={integration} />
      <LatestRun provider={provider} integration={integration} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="overview">
            <Trans>Overview</Trans>
          </Tabs.Tab>
          {provider.selects && (
            <Tabs.Tab value="selection">
              <Trans>Selection</Trans>
            </Tabs.Tab>
          )}
          {provider.matchesPeople && (
            <Tabs.Tab value="people">
              <Trans>People</Trans>
            </Tabs.Tab>
          )}
          <Tabs.Tab value="history">
            <Trans>History</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview
            provider={provider}
            integration={integration}
            onSelection={() => setTab('selection')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="selection">
          <SelectionEditor
            integration={integration}
            provider={provider}
            onSaved={() => setTab('overview')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <RemotePeople provider={provider} integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <RunHistory provider={provider} integration={integration} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
