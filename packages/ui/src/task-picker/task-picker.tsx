import { Combobox, UnstyledButton, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PickedTask, TaskSource } from './picked-task.ts';
import { TaskName } from './task-name.tsx';
import { TaskPickerList } from './task-picker-list.tsx';
import './task-picker.css';

interface TaskPickerProps {
  /** The chosen task; null: “No task”. */
  readonly value: PickedTask | null;
  readonly onPick: (task: PickedTask | null) => void;
  readonly source: TaskSource;
  /** What the chosen task is for, e.g. “Task of the timer”. */
  readonly label: string;
  readonly mark?: (provider: string) => ReactNode;
  /** Whether the list is open; left out, the picker keeps it itself. */
  readonly opened?: boolean;
  readonly onOpenedChange?: (opened: boolean) => void;
  /** The keys that open it, shown at the right, e.g. “T”. */
  readonly hint?: string;
}

/** Chooses a task: shows the chosen one, opens a list that searches the whole tree as you type. */
export function TaskPicker(props: TaskPickerProps) {
  const { value, onPick, source, label, mark, opened, onOpenedChange, hint } = props;
  const combobox = useCombobox({
    ...(opened !== undefined && { opened }),
    ...(onOpenedChange !== undefined && { onOpenedChange }),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const pick = (task: PickedTask | null): void => {
    onPick(task);
    combobox.closeDropdown();
  };
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width="target"
      withinPortal={false}
      floatingStrategy="fixed"
      middlewares={{ shift: true, flip: true }}
    >
      <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
        <UnstyledButton
          className="task-picker"
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          <VisuallyHidden>{label}: </VisuallyHidden>
          <TaskName task={value} {...(mark && { mark })} />
          {hint !== undefined && (
            <kbd className="task-picker-key" aria-hidden="true">
              {hint}
            </kbd>
          )}
          <IconChevronDown size={16} aria-hidden className="task-picker-chevron" />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown className="task-picker-dropdown">
        {combobox.dropdownOpened && (
          <TaskPickerList combobox={combobox} source={source} mark={mark} onPick={pick} />
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
