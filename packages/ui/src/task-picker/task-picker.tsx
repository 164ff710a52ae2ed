import { CloseButton, Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { PickedTask, TaskSource } from './picked-task.ts';
import { TaskName } from './task-name.tsx';
import { TaskSearch } from './task-search.tsx';
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
  /** Has the focus when the dialog that it stands in opens. */
  readonly first?: boolean;
}

/** Where the list fills the screen; the style sheet has the same width. */
const phone = '(max-width: 47.99em)';

/** Chooses a task: shows the chosen one, opens a list that searches the whole tree as you type. */
export function TaskPicker(props: TaskPickerProps) {
  const { value, onPick, source, label, mark, onOpenedChange, hint, first } = props;
  const [ownOpened, setOwnOpened] = useState(false);
  const opened = props.opened ?? ownOpened;
  const setOpened = onOpenedChange ?? setOwnOpened;
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpened(false);
    button.current?.focus();
  };
  const pick = (task: PickedTask | null): void => {
    onPick(task);
    close();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width="target"
      withinPortal={false}
      withRoles={false}
      floatingStrategy="fixed"
      middlewares={{ shift: true, flip: true }}
      transitionProps={{ duration: 0 }}
      // Nothing behind a list that fills the screen is to be reached.
      trapFocus={window.matchMedia(phone).matches}
    >
      <Popover.Target>
        <UnstyledButton
          ref={button}
          className="task-picker"
          aria-haspopup="listbox"
          data-autofocus={first || undefined}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <VisuallyHidden>{label}: </VisuallyHidden>
          <TaskName task={value} {...(mark && { mark })} />
          {hint !== undefined && <KeyHint hint={hint} />}
          <IconChevronDown size={16} aria-hidden className="task-picker-chevron" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="task-picker-dropdown">
        <SheetHead label={label} onClose={close} />
        <TaskSearch source={source} mark={mark} onPick={pick} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function KeyHint({ hint }: { hint: string }) {
  return (
    <kbd className="task-picker-key" aria-hidden="true">
      {hint}
    </kbd>
  );
}

/** On a phone the list fills the screen, and this ends it. */
function SheetHead({ label, onClose }: { label: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <div className="task-picker-head">
      <span aria-hidden>{label}</span>
      <CloseButton aria-label={t`Close`} onClick={onClose} />
    </div>
  );
}
