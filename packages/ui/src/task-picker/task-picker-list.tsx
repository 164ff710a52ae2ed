import { Combobox, type ComboboxStore } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { PickedTask, TaskSource } from './picked-task.ts';
import { NoTasks } from './no-tasks.tsx';
import { TaskName } from './task-name.tsx';
import { useFirstOption } from './use-first-option.ts';
import { useTaskAnswer } from './use-task-answer.ts';

interface TaskPickerListProps {
  readonly combobox: ComboboxStore;
  readonly source: TaskSource;
  readonly mark: ((provider: string) => ReactNode) | undefined;
  readonly onPick: (task: PickedTask | null) => void;
}

const noTask = 'no-task';
// Says to those who hear the screen that the field drives the list below it.
const searchRole = { role: 'combobox', 'aria-expanded': true } as const;

/** The open list of the picker: what to type, what was found, what to do when nothing was. */
export function TaskPickerList({ combobox, source, mark, onPick }: TaskPickerListProps) {
  const { t } = useLingui();
  const { typed, setTyped, answer, askAgain } = useTaskAnswer(source);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const listId = useId();
  const onKeyDown = useFirstOption(combobox, answer, onPick);
  const recent = typed.trim() === '';
  return (
    <>
      <Combobox.Search
        ref={input}
        {...searchRole}
        aria-controls={listId}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={t`Search tasks`}
        aria-label={t`Search tasks`}
        aria-busy={answer.state === 'asking'}
      />
      <Combobox.Options id={listId} className="task-picker-options" aria-label={t`Tasks`}>
        {answer.tasks.length > 0 && recent && (
          <div className="task-picker-heading" role="presentation">{t`Recent`}</div>
        )}
        {answer.tasks.map((task) => (
          <TaskOption key={task.id} task={task} mark={mark} onPick={onPick} />
        ))}
        {recent && answer.state === 'found' && (
          <Combobox.Option value={noTask} onClick={() => onPick(null)}>
            <TaskName task={null} />
          </Combobox.Option>
        )}
      </Combobox.Options>
      <NoTasks answer={answer} askAgain={askAgain} />
    </>
  );
}

interface TaskOptionProps {
  readonly task: PickedTask;
  readonly mark: ((provider: string) => ReactNode) | undefined;
  readonly onPick: (task: PickedTask) => void;
}

function TaskOption({ task, mark, onPick }: TaskOptionProps) {
  return (
    <Combobox.Option value={task.id} onClick={() => onPick(task)}>
      <TaskName task={task} stacked {...(mark && { mark })} />
    </Combobox.Option>
  );
}
