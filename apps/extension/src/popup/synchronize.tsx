import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconRefresh } from '@tabler/icons-react';
import { useBackground } from '../window/use-background.ts';

/** Lets the server read the vendors anew. */
export function Synchronize() {
  const { say } = useBackground();
  return (
    <Button
      className="popup-sync"
      size="compact-sm"
      variant="subtle"
      leftSection={<IconRefresh size={16} aria-hidden />}
      onClick={() => say({ say: 'synchronize' })}
    >
      <Trans>Force synchronization</Trans>
    </Button>
  );
}
