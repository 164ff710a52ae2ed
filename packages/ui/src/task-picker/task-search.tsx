import { Input } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { NoTasks } from './no-tasks.tsx';
import { optionsFor, type Option } from './options.ts';
import type { PickedTask, TaskSource } from './picked-task.ts';
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

/** What to type, what was found or lies in a branch, what to do when nothing did; works in any window by itself. */
export function TaskSearch({ source, mark, onPick, onClose }: TaskSearchProps) {
  const { t } = useLingui();
  const { question, answer, options, refusal, type, choose, askAgain } = useSearch(source, onPick);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const listId = useId();
  const asked = { question, answer, options, onChoose: choose, onClose };
  const { selected, onKeyDown } = useSelectedOption(asked);
  return (
    <div className="task-search">
      <Input
        ref={input}
        data-autofocus
        {...searchRole}
        aria-controls={listId}
        aria-activedescendant={selected < 0 ? undefined : `${listId}-${selected}`}
        value={question.typed}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.currentTarget.value)}
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
        headed={question.typed.trim() === ''}
        selected={selected}
        mark={mark}
        onChoose={choose}
      />
      <NoTasks way={question.way} answer={answer} askAgain={askAgain} />
    </div>
  );
}

/** What is asked for and found, and what choosing a line of it does. */
function useSearch(source: TaskSource, onPick: TaskSearchProps['onPick']) {
  const { question, ask, answer, askAgain } = useTaskAnswer(source);
  const [refusal, setRefusal] = useState<string>();
  const type = (typed: string): void => {
    setRefusal(undefined);
    ask({ typed, way: null });
  };
  const choose = ({ does, task }: Option): void => {
    const way = question.way ?? [];
    setRefusal(does === 'pick' ? task?.refusal : undefined);
    if (does === 'open') ask({ typed: '', way: task === null ? [] : [...way, task] });
    else if (does === 'back') ask({ typed: '', way: task === null ? null : way.slice(0, -1) });
    else if (task?.refusal === undefined) onPick(task);
  };
  const options = optionsFor(question, answer);
  return { question, answer, options, refusal, type, choose, askAgain };
}
