import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { showDone, showRefusal } from '../../../shell/refusal.ts';
import { labelOf } from '@timegrove/ui/task-picker/picked-task.ts';
import { PickTask } from '../pick-task.tsx';
import type { ShownDay } from '../use-day.ts';
import { wayInto, type CellRules } from './cell-way.ts';
import { useLastWeek } from './use-last-week.ts';
import type { RowTask } from './week-grid.ts';

interface WeekToolsProps {
  readonly shown: ShownDay;
  readonly entries: readonly Entry[];
  readonly rules: CellRules;
  /** Gives tasks a row. */
  readonly onTasks: (tasks: readonly RowTask[]) => void;
}

/** What fills a week: another task, or the week before. */
export function WeekTools({ shown: { days }, entries, rules, onTasks }: WeekToolsProps) {
  const { t } = useLingui();
  const lastWeek = useLastWeek(days[0] ?? '');
  const mayAddTo = (day: string): boolean =>
    wayInto({ day, entries: [], total: 0 }, rules).way === 'type';
  if (!rules.mayChange || !days.some(mayAddTo)) return null;
  const takeTasks = async (): Promise<void> => {
    const tasks = await lastWeek.tasks();
    if (tasks.length === 0) showDone(t`There was no time last week.`);
    onTasks(tasks);
  };
  return (
    <div className="week-tools">
      <PickTask
        icon={<IconPlus size={14} aria-hidden />}
        onPick={(task) => onTasks([labelOf(task)])}
      >
        <Trans>Add a task</Trans>
      </PickTask>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
          >
            <Trans>Copy last week</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void takeTasks().catch(showRefusal)}>
            <Trans>Its tasks</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => void lastWeek.copy(entries, mayAddTo).catch(showRefusal)}>
            <Trans>Its tasks and their time</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
