import { Input } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { OfferedTask, PickedTask, TaskSource } from './picked-task.ts';
import { NoTasks } from './no-tasks.tsx';
import { TaskOptions } from './task-options.tsx';
import { useSelectedOption } from './use-selected-option.ts';
import { useTaskAnswer } from './use-task-answer.ts';
import './task-picker.css';

interface TaskSearchProps {
  readonly source: TaskSource;
  readonly mark?: ((provider: string) => ReactNode) | undefined;
  readonly onPick: (task: PickedTask | null) => void;
  /** Called on Escape. */
  readonly onClose: () => void;
}

// Says to those who hear the screen that the field drives the list below it.
const searchRole = { role: 'combobox', 'aria-expanded': true } as const;

/** What to type, what was found, what to do when nothing was; works in any window by itself. */
export function TaskSearch({ source, mark, onPick, onClose }: TaskSearchProps) {
  const { t } = useLingui();
  const { typed, setTyped, answer, askAgain } = useTaskAnswer(source);
  const [refusal, setRefusal] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const listId = useId();
  const tasks = answer.state === 'failed' ? [] : answer.tasks;
  const options = typed.trim() === '' && answer.state === 'found' ? [...tasks, null] : tasks;
  const pick = (task: OfferedTask | null): void => {
    if (task?.refusal === undefined) onPick(task);
    else setRefusal(task.refusal);
  };
  const { selected, onKeyDown } = useSelectedOption({ answer, options, onPick: pick, onClose });
  return (
    <div className="task-search">
      <Input
        ref={input}
        data-autofocus
        {...searchRole}
        aria-controls={listId}
        aria-activedescendant={selected < 0 ? undefined : `${listId}-${selected}`}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setRefusal(undefined);
          setTyped(event.currentTarget.value);
        }}
        placeholder={t`Search tasks`}
        aria-label={t`Search tasks`}
        aria-busy={answer.state === 'asking'}
      />
      {refusal !== undefined && (
        <div className="task-picker-note task-picker-refusal" role="alert">
          {refusal}
        </div>
      )}
      <TaskOptions
        id={listId}
        options={options}
        favourites={answer.state === 'failed' ? 0 : answer.favourites}
        headed={typed.trim() === ''}
        selected={selected}
        mark={mark}
        onPick={pick}
      />
      <NoTasks answer={answer} askAgain={askAgain} />
    </div>
  );
}
