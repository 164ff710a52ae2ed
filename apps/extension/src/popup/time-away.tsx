import { TimeAwayQuestion } from '@timegrove/ui/time-away/time-away-question.tsx';
import { useBackground } from '../window/use-background.ts';

/** Asks about the time in which nobody was at the computer. */
export function TimeAway() {
  const { state, say, tasks } = useBackground();
  if (state?.away == null || state.timer === null) return null;
  return (
    <TimeAwayQuestion
      running={state.timer.entry}
      away={state.away}
      source={tasks}
      onAnswer={(answer) =>
        say({
          say: 'answer-away',
          answer:
            answer.kind === 'move'
              ? {
                  kind: 'move',
                  task: answer.task && { ...answer.task, path: [...answer.task.path] },
                }
              : answer,
        })
      }
    />
  );
}
