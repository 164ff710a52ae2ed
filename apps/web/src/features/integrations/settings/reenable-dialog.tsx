import { Modal, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reenableIntegration } from '@timegrove/contract/integrations.ts';
import { api } from '../../../shell/api.ts';
import { CredentialForm } from '../credential-form.tsx';
import type { SettingsProps } from './integration-settings.tsx';

interface DialogProps extends SettingsProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Gives an integration a new credential; who gives it becomes the owner. */
export function ReenableDialog({ provider, integration, opened, onClose }: DialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Re-enable ${provider.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <ReenableForm provider={provider} integration={integration} onClose={onClose} />
    </Modal>
  );
}

function ReenableForm({ provider, integration, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useLingui();
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (credential: Record<string, string>) =>
      api(reenableIntegration, {
        params: { integrationId: integration.id },
        body: { credential },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['integrations'] });
      // Another person may see other things.
      await client.invalidateQueries({ queryKey: ['containers', integration.id] });
      onClose();
    },
  });
  return (
    <>
      <Text size="sm" c="dimmed" mb="md">
        <Trans>
          You become the owner, and what your credential can see is imported from now on.
        </Trans>
      </Text>
      <CredentialForm
        provider={provider}
        send={t`Check and re-enable`}
        busy={sending.isPending}
        error={sending.error}
        onSend={(credential) => sending.mutate(credential)}
        onCancel={onClose}
      />
    </>
  );
}
