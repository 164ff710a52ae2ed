import { Anchor, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Integration, ProviderView } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { ReenableDialog } from '../settings/reenable-dialog.tsx';

interface ConnectedAsProps {
  readonly provider: ProviderView;
  readonly integration: Integration;
}

/** Says whose credential it is, with the way to another one: it may have been the wrong person's. */
export function ConnectedAs({ provider, integration }: ConnectedAsProps) {
  const [asking, setAsking] = useState(false);
  const { identity } = integration;
  return (
    <Text size="sm" c="dimmed" component="div">
      {identity && (
        <Trans>
          Connected as <bdi>{identity.name}</bdi> ({identity.email}). Only what this person can see
          is imported.
        </Trans>
      )}{' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        underline="always"
        mih={24}
        onClick={() => setAsking(true)}
      >
        <Trans>Use another credential</Trans>
      </Anchor>
      <ReenableDialog
        provider={provider}
        integration={integration}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </Text>
  );
}
