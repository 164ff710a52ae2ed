import { Modal, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reenableIntegration } from '@timegrove/contract/integrations.ts';
import { api } from '../../../shell/api.ts';
import { CredentialForm } from '../credential-form.tsx';
import type { SettingsProps } from './integration-settings.tsx';

interface DialogProps extends SettingsProps {
  /** Why a new one is asked for, where that was not asked for by hand. */
  readonly why?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Gives an integration a new credential; who gives it becomes the owner. */
export function ReenableDialog({ opened, ...form }: DialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={form.onClose}
      title={t`Re-enable ${form.provider.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <ReenableForm {...form} />
    </Modal>
  );
}

function ReenableForm({ provider, integration, why, onClose }: Omit<DialogProps, 'opened'>) {
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
      {why !== undefined && (
        <Text size="sm" mb="xs">
          {why}
        </Text>
      )}
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
