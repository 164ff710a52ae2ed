import { Kbd, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The keys that save a way to the mouse. */
export function Keyboard() {
  return (
    <section>
      <Title order={2}>
        <Trans>Keyboard</Trans>
      </Title>
      <dl className="help-keys">
        <Key keys={['T']}>
          <Trans>Choose the task of the timer</Trans>
        </Key>
        <Key keys={['Ctrl', 'K']}>
          <Trans>The same, also while you type; on a Mac with ⌘</Trans>
        </Key>
        <Key keys={['←']}>
          <Trans>Timesheet: the day before. Projects: fold, or go to what is above</Trans>
        </Key>
        <Key keys={['→']}>
          <Trans>Timesheet: the day after. Projects: unfold, or go to what is below</Trans>
        </Key>
        <Key keys={['Enter']}>
          <Trans>Projects: open the task</Trans>
        </Key>
        <Key keys={['F2']}>
          <Trans>Projects: rename the task</Trans>
        </Key>
      </dl>
    </section>
  );
}

interface KeyProps {
  /** Pressed together. */
  readonly keys: readonly string[];
  readonly children: ReactNode;
}

function Key({ keys, children }: KeyProps) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
