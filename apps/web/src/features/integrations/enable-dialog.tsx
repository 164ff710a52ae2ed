import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { enableIntegration, type ProviderView } from '@timegrove/contract/integrations.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { api } from '../../shell/api.ts';
import { CredentialForm } from './credential-form.tsx';

interface EnableDialogProps {
  readonly provider: ProviderView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onEnabled: () => void;
}

/** Asks for the credential and enables a vendor. */
export function EnableDialog({ provider, opened, onClose, onEnabled }: EnableDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Enable ${provider.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <EnableForm provider={provider} onCancel={onClose} onEnabled={onEnabled} />
    </Modal>
  );
}

interface EnableFormProps {
  readonly provider: ProviderView;
  readonly onCancel?: () => void;
  readonly onEnabled?: () => void;
}

/** The form that enables a vendor. */
export function EnableForm({ provider, onCancel, onEnabled }: EnableFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const enabling = useMutation({
    mutationFn: (credential: Record<string, string>) =>
      api(enableIntegration, {
        body: { id: newId<'integration'>(), provider: provider.id, credential },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['integrations'] });
      onEnabled?.();
    },
  });
  return (
    <CredentialForm
      provider={provider}
      send={t`Check and continue`}
      busy={enabling.isPending}
      error={enabling.error}
      onSend={(credential) => enabling.mutate(credential)}
      {...(onCancel && { onCancel })}
    />
  );
}
