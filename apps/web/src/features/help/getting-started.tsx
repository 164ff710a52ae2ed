import { Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useMe } from '../session/queries.ts';

/** The first steps: those of an administrator, then those of everybody. */
export function GettingStarted() {
  const administrator = useMe().role === 'administrator';
  return (
    <section>
      <Title order={2}>
        <Trans>Getting started</Trans>
      </Title>
      <ol>
        {administrator && <AdministratorSteps />}
        <li>
          <Trans>
            Search for a task in the timer bar and press <strong>Start</strong>. The same timer runs
            in every window. Press <strong>Stop</strong> when you are done, or start something else.
          </Trans>
        </li>
        <li>
          <Trans>
            Add or correct time by hand in the <strong>Timesheet</strong>: press{' '}
            <strong>Add time</strong>, or click an entry to edit it.
          </Trans>
        </li>
      </ol>
      {!administrator && (
        <p>
          <Trans>
            A task is missing? Ask a project manager or an administrator to assign you to it.
          </Trans>
        </p>
      )}
    </section>
  );
}

function AdministratorSteps() {
  return (
    <>
      <li>
        <Trans>
          Bring in the tasks from the tools where your team works, in <strong>Integrations</strong>,
          or add projects of your own in <strong>Projects</strong>.
        </Trans>
      </li>
      <li>
        <Trans>
          Invite your team in <strong>People</strong>.
        </Trans>
      </li>
      <li>
        <Trans>
          Assign people in <strong>Projects</strong>: click a project or a task. Who is assigned may
          track on it and on everything below it.
        </Trans>
      </li>
    </>
  );
}
