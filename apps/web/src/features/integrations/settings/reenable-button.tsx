import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { Refused } from '@timegrove/contract/client.ts';
import { reenableIntegration } from '@timegrove/contract/integrations.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shell/api.ts';
import { showRefusal } from '../../../shell/refusal.ts';
import type { SettingsProps } from './integration-settings.tsx';

interface ReenableButtonProps extends SettingsProps {
  /** It stands in the notice of a pause. */
  readonly urgent?: boolean;
  /** A new credential has to be asked for. */
  readonly onCredential: () => void;
}

/** Re-enables an integration in the way of its vendor; shows nothing where that means to unlink it. */
export function ReenableButton(props: ReenableButtonProps) {
  const { provider, integration, urgent = false, onCredential } = props;
  const client = useQueryClient();
  const trying = useMutation({
    mutationFn: () =>
      api(reenableIntegration, { params: { integrationId: integration.id }, body: {} }),
    // A vendor that wants to be left alone is shown so, too.
    onSettled: async () => client.invalidateQueries({ queryKey: ['integrations'] }),
    onError: (error) =>
      error instanceof Refused && error.refusal.code === 'credential-refused'
        ? onCredential()
        : showRefusal(error),
  });
  if (provider.reenables === 'by-unlinking') return null;
  const storedFirst = provider.reenables === 'stored-first';
  return (
    <Button
      {...(urgent
        ? { size: 'compact-sm' }
        : { variant: 'default', leftSection: <IconKey size={16} /> })}
      loading={trying.isPending}
      onClick={() => (storedFirst ? trying.mutate() : onCredential())}
    >
      {storedFirst ? (
        <Trans>Re-enable integration</Trans>
      ) : (
        <Trans>Re-enable with a new credential</Trans>
      )}
    </Button>
  );
}
