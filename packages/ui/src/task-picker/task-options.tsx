import { UnstyledButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import type { OfferedTask } from './picked-task.ts';
import { TaskName } from './task-name.tsx';

interface TaskOptionsProps {
  readonly id: string;
  /** Null: “No task”. */
  readonly options: readonly (OfferedTask | null)[];
  /** How many at the head are favourites. */
  readonly favourites: number;
  /** Whether the favourites and the recent tasks stand below a heading of their own. */
  readonly headed: boolean;
  readonly selected: number;
  readonly mark: ((provider: string) => ReactNode) | undefined;
  readonly onPick: (task: OfferedTask | null) => void;
}

// The field above keeps the keyboard and names the selected option.
const listRole = { role: 'listbox' } as const;
const optionRole = { role: 'option' } as const;

/** The tasks to pick from; the one that Enter takes is always in sight. */
export function TaskOptions(props: TaskOptionsProps) {
  const { id, options, favourites, headed, selected, mark, onPick } = props;
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children.namedItem(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const headingAt = (at: number): string | undefined => {
    if (!headed || options[at] == null) return undefined;
    if (at === 0 && favourites > 0) return t`Favourites`;
    return at === favourites ? t`Recent` : undefined;
  };
  return (
    <div ref={list} id={id} {...listRole} className="task-picker-options" aria-label={t`Tasks`}>
      {options.map((task, at) => {
        const heading = headingAt(at);
        return (
          <Fragment key={task?.id ?? 'none'}>
            {heading !== undefined && (
              <div className="task-picker-heading" role="presentation">
                {heading}
              </div>
            )}
            <UnstyledButton
              id={`${id}-${at}`}
              {...optionRole}
              tabIndex={-1}
              className="task-picker-option"
              aria-selected={at === selected}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(task)}
            >
              <TaskName task={task} stacked {...(mark && { mark })} />
            </UnstyledButton>
          </Fragment>
        );
      })}
    </div>
  );
}
