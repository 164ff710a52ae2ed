import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconRefresh, IconUnlink } from '@tabler/icons-react';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableButton } from './reenable-button.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';

/** What can be done to an integration as a whole. */
export function IntegrationDeeds({ provider, integration }: SettingsProps) {
  const { t } = useLingui();
  const [unlinking, setUnlinking] = useState(false);
  const force = useDeed(() => api(forceSynchronization), ['integrations', 'runs']);
  return (
    <Group gap="xs" mt="lg">
      {provider.schedule === 'hourly' && integration.state === 'active' && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={force.isPending}
          disabled={integration.currentRun !== null}
          title={t`Synchronizes every integration that runs hourly`}
          onClick={() => {
            // How it goes is told at the top, which a phone may not show.
            window.scrollTo({ top: 0 });
            force.mutate(undefined);
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
