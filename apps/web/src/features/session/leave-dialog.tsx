import { Plural, useLingui } from '@lingui/react/macro';
import { ConfirmDialog } from '../members/confirm-dialog.tsx';
import { useContents } from '../outbox/use-outbox.ts';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before somebody signs out whose changes are not all with the server. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const { t } = useLingui();
  const { listed } = useContents();
  return (
    <ConfirmDialog
      opened
      title={t`Sign out?`}
      confirm={t`Sign out`}
      danger
      onCancel={onStay}
      onConfirm={onLeave}
    >
      <Plural
        value={listed.length}
        one="# change is not with the server yet. It stays on this device and goes out when you sign in here again."
        other="# changes are not with the server yet. They stay on this device and go out when you sign in here again."
      />
    </ConfirmDialog>
  );
}
