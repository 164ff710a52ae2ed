import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { appKeys, type AppKey } from '../../shell/keys/app-keys.ts';

/** Keys and what they do. */
export interface KeyWords {
  /** As they stand on a keyboard, one after the other. */
  readonly keys: readonly string[];
  /** With Ctrl held; on a Mac ⌘. */
  readonly control?: boolean;
  readonly words: MessageDescriptor;
}

const words: Readonly<Record<AppKey, MessageDescriptor>> = {
  'choose-task': msg`Choose the task of the timer`,
  'start-or-stop': msg`Start the timer, or stop it`,
  'add-time': msg`Add time by hand`,
  'go-timesheet': msg`Go to the timesheet`,
  'go-projects': msg`Go to the projects`,
  'go-people': msg`Go to the people`,
  'go-integrations': msg`Go to the integrations`,
  'show-keys': msg`Show these keys`,
};

function wordsOf(name: AppKey): KeyWords {
  return { keys: appKeys[name], words: words[name] };
}

/** Every key by the place where it does something. */
export const keyPlaces: readonly {
  readonly place: MessageDescriptor;
  readonly keys: readonly KeyWords[];
}[] = [
  {
    place: msg`On every screen`,
    keys: [
      wordsOf('choose-task'),
      { keys: ['K'], control: true, words: msg`The same, also while you type; on a Mac with ⌘` },
      wordsOf('start-or-stop'),
      wordsOf('add-time'),
      wordsOf('go-timesheet'),
      wordsOf('go-projects'),
      wordsOf('go-people'),
      wordsOf('go-integrations'),
      wordsOf('show-keys'),
    ],
  },
  {
    place: msg`Timesheet`,
    keys: [
      { keys: ['←'], words: msg`The day before, or the week` },
      { keys: ['→'], words: msg`The day after, or the week` },
    ],
  },
  {
    place: msg`The week, in a cell`,
    keys: [
      { keys: ['← ↑ ↓ →'], words: msg`From cell to cell` },
      { keys: ['1:30'], words: msg`Type how long it was; leaving the cell saves it` },
      { keys: ['Enter'], words: msg`Save and go down; with several entries, list them` },
      { keys: ['⇧ Enter'], words: msg`Save and go up` },
      { keys: ['Esc'], words: msg`Leave it as it was` },
      { keys: ['0'], words: msg`Delete the time of the cell` },
    ],
  },
  {
    place: msg`The calendar`,
    keys: [
      { keys: ['Tab'], words: msg`From entry to entry` },
      { keys: ['Enter'], words: msg`Open the entry, to move or change it` },
      { keys: ['↑ ↓'], words: msg`Scroll the hours, when they have the focus` },
    ],
  },
  {
    place: msg`Projects`,
    keys: [
      { keys: ['←'], words: msg`Fold, or go to what is above` },
      { keys: ['→'], words: msg`Unfold, or go to what is below` },
      { keys: ['Enter'], words: msg`Open the task` },
      { keys: ['F2'], words: msg`Rename the task` },
      { keys: ['⇧ Enter'], words: msg`Add a task below` },
      { keys: ['Enter'], control: true, words: msg`Start a timer on the task, or stop it` },
      { keys: ['Del'], words: msg`Archive the task` },
    ],
  },
];
