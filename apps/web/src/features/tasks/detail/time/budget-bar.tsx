import { Trans } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { budgetState } from './budget.ts';

interface BudgetBarProps {
  readonly budgetMinutes: number;
  readonly usedSeconds: number;
}

/** How much of a budget is used and left. */
export function BudgetBar({ budgetMinutes, usedSeconds }: BudgetBarProps) {
  const { percent, left, state } = budgetState(budgetMinutes, usedSeconds);
  const [used, budget] = [
    formatDuration(usedSeconds * 1000),
    formatDuration(budgetMinutes * minute),
  ];
  const rest = formatDuration(Math.abs(left));
  return (
    <div className="budget" data-state={state}>
      <div className="budget-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(percent, 100)}%` }} />
      </div>
      <span className="budget-words numbers">
        <span>
          <Trans>
            {used} of {budget}
          </Trans>
        </span>
        <span>
          {state === 'over' ? <Trans>{rest} over the budget</Trans> : <Trans>{rest} left</Trans>}
        </span>
      </span>
    </div>
  );
}
