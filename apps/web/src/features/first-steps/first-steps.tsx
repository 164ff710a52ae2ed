import { Anchor, CloseButton, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { doAppKey } from '../../shell/keys/use-app-key.ts';
import { useWhose } from '../entries/people/whose.ts';
import { useMe } from '../session/queries.ts';
import { StepLine } from './step-line.tsx';
import { useStepsDone } from './use-steps-done.ts';
import './first-steps.css';

/** Leads the administrator of a new account to what comes first, until all is done or put away. */
export function FirstSteps() {
  const { role, memberId } = useMe();
  const { other } = useWhose();
  const [gone, setGone] = useLocalStorage({
    key: `timegrove first steps gone ${memberId}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (role !== 'administrator' || gone || other !== null) return null;
  return <Steps onEnd={() => setGone(true)} />;
}

function Steps({ onEnd }: { onEnd: () => void }) {
  const { t } = useLingui();
  const done = useStepsDone();
  const count = done === undefined ? 0 : Object.values(done).filter(Boolean).length;
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (count === 3) end();
  }, [count]);
  if (done === undefined || count === 3) return null;
  return (
    <section className="first-steps" aria-label={t`First steps`}>
      <header>
        <Title order={2}>
          <Trans>First steps</Trans>
        </Title>
        <span className="first-steps-count">
          <Trans>{count} of 3 done</Trans>
        </span>
        <CloseButton size="sm" aria-label={t`Put the first steps away`} onClick={onEnd} />
      </header>
      <ol>
        <PeopleStep done={done.people} />
        <TasksStep done={done.tasks} />
        <TimerStep done={done.timer} />
      </ol>
    </section>
  );
}

interface StepProps {
  readonly done: boolean;
}

function PeopleStep({ done }: StepProps) {
  return (
    <StepLine done={done} hint={<Trans>They get an e-mail with a link to join.</Trans>}>
      <Link to="/people">
        <Trans>Invite people</Trans>
      </Link>
    </StepLine>
  );
}

function TasksStep({ done }: StepProps) {
  const hint = <Trans>Tasks come from the tools where your team works, or are your own.</Trans>;
  return (
    <StepLine done={done} hint={hint}>
      <Trans>
        <Link to="/integrations">Enable an integration</Link> or{' '}
        <Link to="/projects">make a project</Link>
      </Trans>
    </StepLine>
  );
}

function TimerStep({ done }: StepProps) {
  return (
    <StepLine done={done} hint={<Trans>Choose a task, or none yet, and press Start.</Trans>}>
      <Anchor component="button" type="button" onClick={() => doAppKey('choose-task')}>
        <Trans>Start the first timer</Trans>
      </Anchor>
    </StepLine>
  );
}
