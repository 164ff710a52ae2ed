import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { showDone } from '../../../shell/refusal.ts';
import { InviteForm } from './invite-form.tsx';
import { InviteResults } from './invite-results.tsx';
import type { Invitee } from './read-invitees.ts';
import { useInviteAll } from './use-invite-all.ts';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Invites one or many by e-mail, and says of each how it went. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  const { sent, inviteAll, reset } = useInviteAll();
  const inviteAndTell = async (invitees: readonly Invitee[]): Promise<void> => {
    const [first, ...others] = await inviteAll(invitees);
    // Of one there is nothing more to see.
    if (first?.state !== 'invited' || others.length > 0) return;
    showDone(t`${first.email} is invited.`);
    onClose();
  };
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
        <InviteForm onInvite={(invitees) => void inviteAndTell(invitees)} onClose={onClose} />
      ) : (
        <InviteResults sent={sent} onMore={reset} onClose={onClose} />
      )}
    </Modal>
  );
}
