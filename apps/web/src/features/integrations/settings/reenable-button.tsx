import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { Refused } from '@timegrove/contract/client.ts';
import { reenableIntegration } from '@timegrove/contract/integrations.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { showRefusal } from '../../../shell/refusal.ts';
import type { SettingsProps } from './integration-settings.tsx';
import { ReenableDialog } from './reenable-dialog.tsx';

interface ReenableButtonProps extends SettingsProps {
  /** It stands in the notice of a pause. */
  readonly urgent?: boolean;
}

/** Re-enables an integration in the way of its vendor; shows nothing where that means to unlink it. */
export function ReenableButton({ provider, integration, urgent = false }: ReenableButtonProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const trying = useMutation({
    mutationFn: () =>
      api(reenableIntegration, { params: { integrationId: integration.id }, body: {} }),
    onError: (error) =>
      error instanceof Refused && error.refusal.code === 'credential-refused'
        ? setAsking(true)
        : showRefusal(error),
    // Where the choice stands open, the refusal gives way to what the vendor has.
    onSuccess: async () => client.invalidateQueries({ queryKey: ['containers', integration.id] }),
    // A vendor that wants to be left alone is shown so, too.
    onSettled: async () => client.invalidateQueries({ queryKey: ['integrations'] }),
  });
  if (provider.reenables === 'by-unlinking') return null;
  const storedFirst = provider.reenables === 'stored-first';
  return (
    <>
      <Button
        {...(urgent
          ? { size: 'compact-sm' }
          : { variant: 'default', leftSection: <IconKey size={16} /> })}
        loading={trying.isPending}
        onClick={() => (storedFirst ? trying.mutate() : setAsking(true))}
      >
        <Trans>Re-enable integration</Trans>
      </Button>
      <ReenableDialog
        provider={provider}
        integration={integration}
        opened={asking}
        onClose={() => setAsking(false)}
        {...(storedFirst && {
          why: t`${provider.name} does not accept the stored credential any more. Please give a new one.`,
        })}
      />
    </>
  );
}
