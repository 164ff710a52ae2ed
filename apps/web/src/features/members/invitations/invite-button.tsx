import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { InviteDialog } from './invite-dialog.tsx';

/** Opens the dialog that invites. */
export function InviteButton() {
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <Button
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={() => setInviting(true)}
      >
        <Trans>Invite</Trans>
      </Button>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
