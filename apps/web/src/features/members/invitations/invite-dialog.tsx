import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { InviteForm } from './invite-form.tsx';
import { InviteResults } from './invite-results.tsx';
import { useInviteAll } from './use-invite-all.ts';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Invites one or many by e-mail, and says of each how it went. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  const { sent, inviteAll, reset } = useInviteAll();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={reset}
      size="lg"
      title={t`Invite people`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {sent.length === 0 ? (
        <InviteForm onInvite={inviteAll} onClose={onClose} />
      ) : (
        <InviteResults sent={sent} onMore={reset} onClose={onClose} />
      )}
    </Modal>
  );
}
