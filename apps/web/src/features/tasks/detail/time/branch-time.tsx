import { Skeleton, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { summarizeTask, Task } from '@timegrove/contract/tasks.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import type { ReactNode } from 'react';
import { useLengthText } from '../../../session/use-length-text.ts';
import { summaryQuery } from '../../queries.ts';
import { BudgetBar } from './budget-bar.tsx';
import { PeopleTimes } from './people-times.tsx';
import './time.css';

type Summary = Output<typeof summarizeTask>;

/** The time on a task and everything below it, as far as the member may see it. */
export function BranchTime({ task }: { readonly task: Task }) {
  const { data, isError } = useQuery(summaryQuery(task.id));
  if (isError && data === undefined) return null;
  return (
    <section className="branch-time">
      <Title order={3}>
        <Trans>Time</Trans>
        {data && <Whose whose={data.whose} />}
      </Title>
      {data === undefined ? (
        <Skeleton height={40} />
      ) : (
        <dl className="time-figures numbers">
          <Figure label={<Trans>Today</Trans>} seconds={data.today} />
          <Figure label={<Trans>This week</Trans>} seconds={data.thisWeek} />
          <Figure label={<Trans context="length">All</Trans>} seconds={data.total} />
        </dl>
      )}
      {data && task.budgetMinutes !== null && (
        <Budget summary={data} budgetMinutes={task.budgetMinutes} />
      )}
      {data && data.whose !== 'own' && data.members.length > 0 && (
        <PeopleTimes members={data.members} />
      )}
    </section>
  );
}

function Whose({ whose }: Pick<Summary, 'whose'>) {
  const words = {
    own: <Trans>your own</Trans>,
    'own-people': <Trans>your people’s and your own</Trans>,
    everybody: <Trans>everybody’s</Trans>,
  };
  return <span className="time-whose">{words[whose]}</span>;
}

interface FigureProps {
  readonly label: ReactNode;
  readonly seconds: number;
}

function Figure({ label, seconds }: FigureProps) {
  const lengthText = useLengthText();
  return (
    <div>
      <dt>{label}</dt>
      <dd data-none={seconds === 0 || undefined}>{lengthText(seconds * 1000)}</dd>
    </div>
  );
}

interface BudgetProps {
  readonly summary: Summary;
  readonly budgetMinutes: number;
}

/** Who sees only a part of the time could not tell what is left, so no bar pretends it. */
function Budget({ summary, budgetMinutes }: BudgetProps) {
  if (summary.whose === 'everybody') {
    return <BudgetBar budgetMinutes={budgetMinutes} usedSeconds={summary.total} />;
  }
  const budget = formatDuration(budgetMinutes * 60_000, 'words');
  return (
    <p className="budget-words">
      <Trans>Budget for all together: {budget}</Trans>
    </p>
  );
}
