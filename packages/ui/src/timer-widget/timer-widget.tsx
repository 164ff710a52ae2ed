import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { NoteField } from '../note-field/note-field.tsx';
import type { PickedTask, TaskSource } from '../task-picker/picked-task.ts';
import { TaskName } from '../task-picker/task-name.tsx';
import { TaskSearch } from '../task-picker/task-search.tsx';
import { TimerButton } from '../timer-button/timer-button.tsx';
import './timer-widget.css';

interface TimerWidgetProps {
  /** Null: nothing runs. */
  readonly running: { readonly task: PickedTask | null; readonly note: string } | null;
  /** How long it runs, e.g. `0:42:10`. */
  readonly elapsed: string;
  readonly source: TaskSource;
  readonly mark?: (provider: string) => ReactNode;
  readonly searching: boolean;
  readonly onSearching: (searching: boolean) => void;
  /** Starts on a task, or switches to it. */
  readonly onPick: (task: PickedTask | null) => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onNote: (note: string) => void;
}

/** The timer in a small window: which task, since when, start, stop and switch. */
export function TimerWidget(props: TimerWidgetProps) {
  const { running, source, mark, searching, onSearching, onPick } = props;
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    onSearching(false);
    button.current?.focus();
  };
  return (
    <section className="timer-widget" data-running={running !== null} aria-label={t`Timer`}>
      <UnstyledButton
        ref={button}
        className="timer-widget-task"
        aria-expanded={searching}
        onClick={() => onSearching(!searching)}
      >
        <VisuallyHidden>
          <Trans>Task of the timer</Trans>:{' '}
        </VisuallyHidden>
        <TaskName task={running?.task ?? null} stacked {...(mark && { mark })} />
        <IconChevronDown size={16} aria-hidden />
      </UnstyledButton>
      {searching ? (
        <TaskSearch
          source={source}
          mark={mark}
          onPick={(task) => {
            onPick(task);
            close();
          }}
          onClose={close}
        />
      ) : (
        <Deeds {...props} />
      )}
    </section>
  );
}

function Deeds({ running, elapsed, onStart, onStop, onNote }: TimerWidgetProps) {
  return (
    <div className="timer-widget-deeds">
      {running !== null && <NoteField value={running.note} onCommit={onNote} onEnter={onNote} />}
      <time className="timer-widget-elapsed numbers">{elapsed}</time>
      <TimerButton running={running !== null} onStart={onStart} onStop={onStop} />
    </div>
  );
}
