import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { durationOf, type Span } from '@timegrove/domain/time/span.ts';
import { TaskSearch } from '@timegrove/ui/task-picker/task-search.tsx';
import { useState } from 'react';
import { providerMark } from '../../entries/provider-mark.tsx';
import { useDo } from '../../outbox/use-outbox.ts';
import { trackableTasks } from '../trackable-tasks.ts';
import { deedsOf, type IdleAnswer } from './idle.ts';
import { Question } from './question.tsx';

interface IdleQuestionProps {
  readonly running: Entry;
  readonly away: Span;
  readonly settle: () => Promise<boolean>;
}

/** Asks what the time away was. */
export function IdleQuestion({ running, away, settle }: IdleQuestionProps) {
  const { t } = useLingui();
  const [moving, setMoving] = useState(false);
  const answer = useAnswer({ running, away, settle });
  const [from, to] = [wallTimeOf(away.start, running.zone), wallTimeOf(away.end, running.zone)];
  const length = formatDuration(durationOf(away), 'words');
  const name = running.task?.name ?? t`No task`;
  return (
    <Question
      label={t`Time away`}
      words={
        <Trans>
          You were away from {from} to {to} ({length}) while “<bdi>{name}</bdi>” was running. Was it
          work?
        </Trans>
      }
    >
      <Button size="compact-sm" onClick={() => answer({ kind: 'keep' })}>
        <Trans>Keep it</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => answer({ kind: 'continue' })}>
        <Trans>Leave it out and go on</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => answer({ kind: 'discard' })}>
        <Trans>Leave it out and stop</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={moving}
        onClick={() => setMoving(!moving)}
      >
        <Trans>It was another task…</Trans>
      </Button>
      {moving && (
        <div className="timer-question-search">
          <TaskSearch
            source={trackableTasks}
            mark={providerMark}
            onPick={(task) => answer({ kind: 'move', task })}
            onClose={() => setMoving(false)}
          />
        </div>
      )}
    </Question>
  );
}

/** Only one of several windows acts. */
function useAnswer({ running, away, settle }: IdleQuestionProps): (answer: IdleAnswer) => void {
  const act = useDo();
  const answer = async (given: IdleAnswer): Promise<void> => {
    if (!(await settle())) return;
    for (const call of deedsOf(given, running, away)) act(call);
  };
  return (given) => void answer(given);
}
