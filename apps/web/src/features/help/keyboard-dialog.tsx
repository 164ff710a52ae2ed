import { Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Keys } from './keyboard.tsx';

interface KeyboardDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** All keys at a glance, wherever one is. */
export function KeyboardDialog({ opened, onClose }: KeyboardDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keyboard`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size="36rem"
    >
      <Keys />
    </Modal>
  );
}
