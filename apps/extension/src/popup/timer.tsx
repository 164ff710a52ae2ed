import { Trans } from '@lingui/react/macro';
import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import { NoteField } from '@timegrove/ui/note-field/note-field.tsx';
import { TaskName } from '@timegrove/ui/task-picker/task-name.tsx';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskSearch } from '@timegrove/ui/task-picker/task-search.tsx';
import { TimerButton } from '@timegrove/ui/timer-button/timer-button.tsx';
import { useMemo, useState } from 'react';
import { useBackground } from '../window/use-background.ts';
import { useNow } from '../window/use-now.ts';
import { Hints } from './hints.tsx';
import { OfferedNote } from './offered-note.tsx';

/** The timer: what runs, start, stop, the note, and the tasks to start on. */
export function Timer() {
  const { state, say } = useBackground();
  const [draft, setDraft] = useState(state?.choosing ?? '');
  const server = state !== null && 'server' in state.connection ? state.connection.server : '';
  const timer = state?.timer ?? null;
  const runs = timer !== null && timer.waiting !== 'stop';
  const note = runs ? timer.entry.note : draft;
  const write = (text: string): void => (runs ? say({ say: 'note', note: text }) : setDraft(text));
  const start = (task: PickedTask | null, written: string): void => {
    say({ say: 'start', task: task && { ...task, path: [...task.path] }, note: written });
    say({ say: 'forget-choosing' });
    setDraft('');
  };
  const pick = (task: PickedTask | null): void => {
    if (!runs) return start(task, draft);
    say({ say: 'pick', task: task && { ...task, path: [...task.path] } });
  };
  return (
    <>
      <section className="popup-timer" data-running={runs}>
        <Standing />
        <NoteField
          value={note}
          onCommit={write}
          onEnter={(text) => (runs ? write(text) : start(null, text))}
        />
        <OfferedNote server={server} note={note} onTake={write} />
        <TimerButton
          wide
          running={runs}
          onStart={() => start(null, draft)}
          onStop={() => say({ say: 'stop' })}
        />
      </section>
      <Hints />
      <Tasks onPick={pick} />
    </>
  );
}

function Standing() {
  const { state } = useBackground();
  const timer = state?.timer ?? null;
  const now = useNow(timer !== null, state?.clockOffset ?? 0);
  if (timer === null) {
    return (
      <p className="popup-idle">
        <Trans>Nothing is running.</Trans>
      </p>
    );
  }
  const { entry, waiting } = timer;
  const end = entry.stoppedAt === null ? now : Date.parse(entry.stoppedAt);
  return (
    <div className="popup-running">
      <TaskName task={entry.task} stacked />
      <time className="popup-elapsed numbers">
        {formatElapsed(Date.parse(entry.startedAt), end)}
      </time>
      {waiting !== null && (
        <output className="popup-waits">
          {waiting === 'stop' ? (
            <Trans>Stopped here. The server has not confirmed it yet.</Trans>
          ) : (
            <Trans>Started here. The server has not confirmed it yet.</Trans>
          )}
        </output>
      )}
    </div>
  );
}

function Tasks({ onPick }: { readonly onPick: (task: PickedTask | null) => void }) {
  const { state, tasks } = useBackground();
  const [emptied, setEmptied] = useState(0);
  const reached = state?.connection.state;
  const known = state?.tasksKnown;
  // A new source has the list asked for anew: the server is back, or other tasks are at hand.
  const source = useMemo(() => ({ ...tasks, reached, known }), [tasks, reached, known]);
  return (
    <section className="popup-tasks">
      <TaskSearch
        key={emptied}
        source={source}
        onPick={(task) => {
          onPick(task);
          setEmptied(emptied + 1);
        }}
        onClose={() => window.close()}
      />
    </section>
  );
}
