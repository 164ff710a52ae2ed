import { Button, Group } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconRefresh, IconUnlink } from '@tabler/icons-react';
import { synchronizeIntegration } from '@timegrove/contract/integrations.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableButton } from './reenable-button.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';

/** What can be done to an integration as a whole. */
export function IntegrationDeeds({ provider, integration }: SettingsProps) {
  const [unlinking, setUnlinking] = useState(false);
  const params = { integrationId: integration.id };
  const sync = useDeed(() => api(synchronizeIntegration, { params }), ['integrations', 'runs']);
  return (
    <Group gap="xs" mt="lg">
      {provider.schedule === 'hourly' && integration.state === 'active' && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={sync.isPending}
          disabled={integration.currentRun !== null}
          onClick={() => {
            // How it goes is told at the top, which a phone may not show.
            window.scrollTo({ top: 0 });
            sync.mutate(undefined);
          }}
        >
          <Trans>Synchronize now</Trans>
        </Button>
      )}
      <ReenableButton provider={provider} integration={integration} />
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconUnlink size={16} />}
        onClick={() => setUnlinking(true)}
      >
        <Trans>Unlink…</Trans>
      </Button>
      <UnlinkDialog
        provider={provider}
        integration={integration}
        opened={unlinking}
        onClose={() => setUnlinking(false)}
      />
    </Group>
  );
}
