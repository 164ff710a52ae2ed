import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { notifications } from '@mantine/notifications';

const timeToUndo = 8000;

/** Says that something was done and offers to take it back for eight seconds. */
export function showUndo(sentence: string, undo: () => void): void {
  const id = notifications.show({
    color: 'grove',
    autoClose: timeToUndo,
    message: (
      <span className="undo">
        {sentence}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </span>
    ),
  });
}
