import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';

interface TimerButtonProps {
  readonly running: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** Green starts, red stops. */
export function TimerButton({ running, onStart, onStop }: TimerButtonProps) {
  if (running) {
    return (
      <Button
        color="red.9"
        className="timer-button"
        leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
        onClick={onStop}
      >
        <Trans>Stop</Trans>
      </Button>
    );
  }
  return (
    <Button
      color="grove.7"
      className="timer-button"
      leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
      onClick={onStart}
    >
      <Trans>Start</Trans>
    </Button>
  );
}
