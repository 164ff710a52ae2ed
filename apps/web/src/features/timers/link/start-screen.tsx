import { Button, Skeleton, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { TaskPicker } from '@timegrove/ui/task-picker/task-picker.tsx';
import { useState } from 'react';
import { Notice } from '../../../shell/notice.tsx';
import { Page } from '../../../shell/page.tsx';
import { providerMark } from '../../entries/provider-mark.tsx';
import { useOutbox } from '../../outbox/use-outbox.ts';
import { trackableTasks } from '../trackable-tasks.ts';
import { useStartTimer } from '../use-timer-deeds.ts';
import { askedBy } from './asked-start.ts';
import { useLinkedStart } from './use-linked-start.ts';
import { whatRuns } from './what-runs.ts';
import './start-screen.css';

/** Starts the timer that a link, a share or a shortcut asks for, and shows it; asks only when that is not possible. */
export function StartScreen() {
  const asked = askedBy(useSearch({ from: '/signed-in/start' }));
  const { note } = asked;
  const { t } = useLingui();
  const start = useStartAndShow();
  const refusal = useLinkedStart(asked, async (found) => start(found, note));
  return (
    <Page title={t`Start a timer`}>
      {asked.kind !== 'open' && refusal === undefined ? (
        <Skeleton height={72} aria-busy="true" />
      ) : (
        <StartForm
          refusal={refusal}
          note={note}
          onStart={(task, typed) => void start(task, typed)}
        />
      )}
    </Page>
  );
}

type Start = (task: PickedTask | null, note: string) => Promise<void>;

/** Takes the place of the link in the history, so that neither going back nor a reload starts again. */
function useStartAndShow(): Start {
  const navigate = useNavigate();
  const startTimer = useStartTimer();
  const outbox = useOutbox();
  return async (task, note) => {
    // It may be the very same.
    const running = await whatRuns(outbox);
    const same = running !== null && running.task?.id === task?.id;
    const says = note === '' || note === running?.note;
    if (!same || !says) startTimer(task, note);
    await navigate({ to: '/', replace: true });
  };
}

interface StartFormProps {
  readonly refusal: string | undefined;
  readonly note: string;
  readonly onStart: (task: PickedTask | null, note: string) => void;
}

function StartForm({ refusal, note: asked, onStart }: StartFormProps) {
  const { t } = useLingui();
  const [task, setTask] = useState<PickedTask | null>(null);
  const [note, setNote] = useState(asked);
  return (
    <form
      className="start-form"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(task, note.trim());
      }}
    >
      {refusal !== undefined && (
        <Notice kind="warning" urgent>
          {refusal}
        </Notice>
      )}
      <TaskPicker
        value={task}
        onPick={setTask}
        source={trackableTasks}
        label={t`Task`}
        mark={providerMark}
      />
      <TextInput
        label={t`Note`}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit">
        <Trans>Start the timer</Trans>
      </Button>
    </form>
  );
}
