import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';

interface TimerButtonProps {
  readonly running: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  /** Says in full what it does, where there is room. */
  readonly wide?: boolean;
}

/** Green starts, red stops. */
export function TimerButton({ running, onStart, onStop, wide = false }: TimerButtonProps) {
  if (running) {
    return (
      <Button
        color="red.9"
        className="timer-button"
        data-focus="timer"
        fullWidth={wide}
        leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
        onClick={onStop}
      >
        {wide ? <Trans>Stop tracking</Trans> : <Trans>Stop</Trans>}
      </Button>
    );
  }
  return (
    <Button
      color="grove.7"
      className="timer-button"
      data-focus="timer"
      fullWidth={wide}
      leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
      onClick={onStart}
    >
      {wide ? <Trans>Start timer</Trans> : <Trans>Start</Trans>}
    </Button>
  );
}
