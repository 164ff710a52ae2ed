import type { Entry } from '@timegrove/contract/entries.ts';
import type { Span } from '@timegrove/domain/time/span.ts';
import { TimeAwayQuestion } from '@timegrove/ui/time-away/time-away-question.tsx';
import { deedsOf, type AwayAnswer } from '@timegrove/ui/time-away/time-away.ts';
import { providerMark } from '../../entries/provider-mark.tsx';
import { useDo } from '../../outbox/use-outbox.ts';
import { trackableTasks } from '../trackable-tasks.ts';

interface IdleQuestionProps {
  readonly running: Entry;
  readonly away: Span;
  readonly settle: () => Promise<boolean>;
}

/** Asks what the time away was. */
export function IdleQuestion({ running, away, settle }: IdleQuestionProps) {
  const act = useDo();
  // Only one of several windows acts.
  const answer = async (given: AwayAnswer): Promise<void> => {
    if (!(await settle())) return;
    for (const call of deedsOf(given, running, away)) act(call);
  };
  return (
    <TimeAwayQuestion
      running={running}
      away={away}
      source={trackableTasks}
      mark={providerMark}
      onAnswer={(given) => void answer(given)}
    />
  );
}
