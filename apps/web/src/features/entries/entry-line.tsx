import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { TaskName } from '@timegrove/ui/task-picker/task-name.tsx';
import { useLongPress } from '@mantine/hooks';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { TagNames } from '../tags/tag-names.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntrySigns } from './entry-signs.tsx';
import { EntryDuration, EntryTimes } from './entry-times-text.tsx';
import { ChangedBy } from './people/changed-by.tsx';
import { useWhose } from './people/whose.ts';
import { providerMark } from './provider-mark.tsx';
import { SelectBox } from './selection/select-box.tsx';
import type { EntrySelection } from './selection/use-selection.ts';

interface EntryLineProps {
  readonly entry: Entry;
  /** The finished entry before it on that day. */
  readonly before: Entry | undefined;
  /** How long it lies over an entry before it, in milliseconds; 0 for not at all. */
  readonly overlap: number;
  readonly selection: EntrySelection;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
}

/** One entry of a day: task, note, times, duration, and what can be done with it. */
export function EntryLine({ entry, before, overlap, selection, ...deeds }: EntryLineProps) {
  const { t } = useLingui();
  const { mayChange } = useWhose();
  const name = entry.task?.name ?? t`No task`;
  const selected = selection.has(entry.id);
  const line = (
    <>
      <span className="entry-what">
        <TaskName task={entry.task} mark={providerMark} stacked />
        {entry.note !== '' && <bdi className="entry-note">{entry.note}</bdi>}
        <TagNames tagIds={entry.tagIds} />
        <ChangedBy entry={entry} />
      </span>
      <EntrySigns entry={entry} overlap={overlap} />
      <EntryTimes entry={entry} />
      <EntryDuration entry={entry} />
    </>
  );
  return (
    <li
      className={entry.stoppedAt === null ? 'entry entry-running' : 'entry'}
      data-selected={selected || undefined}
    >
      {mayChange ? (
        <>
          <SelectBox
            name={name}
            checked={selected}
            onToggle={(far) => selection.toggle(entry.id, far)}
          />
          <Opening entry={entry} selection={selection} onEdit={deeds.onEdit}>
            {line}
          </Opening>
          <EntryActions entry={entry} name={name} before={before} onDuplicate={deeds.onDuplicate} />
        </>
      ) : (
        <div className="entry-open entry-shown">{line}</div>
      )}
    </li>
  );
}

interface OpeningProps extends Pick<EntryLineProps, 'entry' | 'selection' | 'onEdit'> {
  readonly children: ReactNode;
}

/** Opens the entry, or selects it: with the Shift key, by a long press, and once others are selected on a phone. */
function Opening({ entry, selection, onEdit, children }: OpeningProps) {
  const pressedLong = useRef(false);
  const press = useLongPress(() => {
    pressedLong.current = true;
    selection.toggle(entry.id, false);
  });
  const open = (event: MouseEvent): void => {
    if (pressedLong.current) {
      pressedLong.current = false;
      return;
    }
    const selecting = event.shiftKey || (selection.entries.length > 0 && isTouch(event));
    if (selecting) selection.toggle(entry.id, event.shiftKey);
    else onEdit();
  };
  return (
    <button type="button" className="entry-open" {...press} onClick={open}>
      {children}
    </button>
  );
}

function isTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
}
