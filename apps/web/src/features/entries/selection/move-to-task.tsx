import { Button, Combobox, useCombobox } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconArrowMoveRight } from '@tabler/icons-react';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskPickerList } from '@timegrove/ui/task-picker/task-picker-list.tsx';
import '@timegrove/ui/task-picker/task-picker.css';
import { trackableTasks } from '../../timers/trackable-tasks.ts';
import { providerMark } from '../provider-mark.tsx';

/** A button that opens the list of tasks. */
export function MoveToTask({ onPick }: { onPick: (task: PickedTask | null) => void }) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  return (
    <Combobox store={combobox} position="bottom-start" width={320} withinPortal={false}>
      <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowMoveRight size={14} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          <Trans>Move to task</Trans>
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown className="task-picker-dropdown">
        {combobox.dropdownOpened && (
          <TaskPickerList
            combobox={combobox}
            source={trackableTasks}
            mark={providerMark}
            onPick={(task) => {
              combobox.closeDropdown();
              onPick(task);
            }}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
