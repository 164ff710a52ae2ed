import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconRefresh, IconUnlink } from '@tabler/icons-react';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableButton } from './reenable-button.tsx';
import { ReenableDialog } from './reenable-dialog.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';

/** What can be done to an integration as a whole. */
export function IntegrationDeeds({ provider, integration }: SettingsProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'credential' | 'unlink' | null>(null);
  const force = useDeed(() => api(forceSynchronization), ['integrations', 'runs']);
  const close = () => setAsking(null);
  return (
    <Group gap="xs" mt="lg">
      {provider.schedule === 'hourly' && integration.state === 'active' && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={force.isPending}
          disabled={integration.currentRun !== null}
          title={t`Synchronizes every integration that runs hourly`}
          onClick={() => force.mutate(undefined)}
        >
          <Trans>Synchronize now</Trans>
        </Button>
      )}
      <ReenableButton
        provider={provider}
        integration={integration}
        onCredential={() => setAsking('credential')}
      />
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconUnlink size={16} />}
        onClick={() => setAsking('unlink')}
      >
        <Trans>Unlink…</Trans>
      </Button>
      <ReenableDialog
        provider={provider}
        integration={integration}
        opened={asking === 'credential'}
        onClose={close}
      />
      <UnlinkDialog
        provider={provider}
        integration={integration}
        opened={asking === 'unlink'}
        onClose={close}
      />
    </Group>
  );
}
