import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { durationOf, type Span } from '@timegrove/domain/time/span.ts';
import { useState, type ReactNode } from 'react';
import type { TaskSource } from '../task-picker/picked-task.ts';
import { TaskSearch } from '../task-picker/task-search.tsx';
import { Question } from './question.tsx';
import type { AwayAnswer } from './time-away.ts';

interface TimeAwayQuestionProps {
  readonly running: Entry;
  readonly away: Span;
  readonly source: TaskSource;
  readonly mark?: (provider: string) => ReactNode;
  readonly onAnswer: (answer: AwayAnswer) => void;
}

/** Asks what the time away was. */
export function TimeAwayQuestion(props: TimeAwayQuestionProps) {
  const { running, away, source, mark, onAnswer: answer } = props;
  const { t } = useLingui();
  const [moving, setMoving] = useState(false);
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
            source={source}
            mark={mark}
            onPick={(task) => answer({ kind: 'move', task })}
            onClose={() => setMoving(false)}
          />
        </div>
      )}
    </Question>
  );
}
