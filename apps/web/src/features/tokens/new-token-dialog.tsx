import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { NewTokenForm } from './new-token-form.tsx';
import { TokenSecret } from './token-secret.tsx';

interface NewTokenDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes a token, and then shows it for the one time that it can be seen. */
export function NewTokenDialog({ opened, onClose }: NewTokenDialogProps) {
  const { t } = useLingui();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => setSecret(null)}
      // A click beside it would lose what is shown only once.
      closeOnClickOutside={secret === null}
      title={secret === null ? t`New API token` : t`Your new token`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {secret === null ? (
        <NewTokenForm onMade={setSecret} onCancel={onClose} />
      ) : (
        <TokenSecret secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}
