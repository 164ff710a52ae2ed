import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import type { Option } from './options.ts';
import { TaskName } from './task-name.tsx';

interface TaskOptionsProps {
  readonly id: string;
  readonly options: readonly Option[];
  /** How many at the head are favourites. */
  readonly favourites: number;
  /** Whether the favourites and the recent tasks stand below a heading of their own. */
  readonly headed: boolean;
  readonly selected: number;
  readonly mark: ((provider: string) => ReactNode) | undefined;
  readonly onChoose: (option: Option) => void;
}

// The field above keeps the keyboard and names the selected option.
const listRole = { role: 'listbox' } as const;
const optionRole = { role: 'option' } as const;

/** The tasks to pick from, or to look below; the one that Enter takes is always in sight. */
export function TaskOptions(props: TaskOptionsProps) {
  const { id, options, favourites, headed, selected, mark, onChoose } = props;
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children.namedItem(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const inBranch = options[0]?.does === 'back';
  const headingAt = (at: number): string | undefined => {
    const option = options[at];
    if (!headed || inBranch) return undefined;
    if (option?.does !== 'pick' || option.task === null) return undefined;
    if (at === 0 && favourites > 0) return t`Favourites`;
    return at === favourites ? t`Recent` : undefined;
  };
  return (
    <div ref={list} id={id} {...listRole} className="task-picker-options" aria-label={t`Tasks`}>
      {options.map((option, at) => {
        const heading = headingAt(at);
        return (
          <Fragment key={`${option.does} ${option.task?.id}`}>
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
              onClick={() => onChoose(option)}
            >
              <OptionText option={option} inBranch={inBranch} mark={mark} />
            </UnstyledButton>
          </Fragment>
        );
      })}
    </div>
  );
}

interface OptionTextProps {
  readonly option: Option;
  /** Where the way back stands above, and says the path. */
  readonly inBranch: boolean;
  readonly mark: ((provider: string) => ReactNode) | undefined;
}

function OptionText({ option: { does, task }, inBranch, mark }: OptionTextProps) {
  const shown = task && (inBranch ? { ...task, path: [] } : task);
  const name =
    shown === null && does !== 'pick' ? (
      <Trans>All projects</Trans>
    ) : (
      <TaskName task={shown} stacked {...(mark && { mark })} />
    );
  if (does === 'pick') return name;
  return (
    <span className="task-picker-way" data-does={does}>
      {does === 'back' && <IconChevronLeft size={16} aria-hidden />}
      <VisuallyHidden>
        {does === 'back' ? <Trans>Back from:</Trans> : <Trans>Look below:</Trans>}{' '}
      </VisuallyHidden>
      {name}
      {does === 'open' && <IconChevronRight size={16} aria-hidden />}
    </span>
  );
}
