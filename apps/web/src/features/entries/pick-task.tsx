import { Button, Popover } from '@mantine/core';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskSearch } from '@timegrove/ui/task-picker/task-search.tsx';
import { useRef, useState, type ReactNode } from 'react';
import { trackableTasks } from '../timers/trackable-tasks.ts';
import { providerMark } from './provider-mark.tsx';

interface PickTaskProps {
  readonly icon: ReactNode;
  /** What the task is picked for. */
  readonly children: ReactNode;
  readonly onPick: (task: PickedTask | null) => void;
}

/** A button that opens the list of tasks. */
export function PickTask({ icon, children, onPick }: PickTaskProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpened(false);
    button.current?.focus();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={320}
      withinPortal={false}
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          leftSection={icon}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="task-picker-dropdown">
        <TaskSearch
          source={trackableTasks}
          mark={providerMark}
          onClose={close}
          onPick={(task) => {
            close();
            onPick(task);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
