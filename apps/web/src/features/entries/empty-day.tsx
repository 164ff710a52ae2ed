import { Anchor, Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconClockPlay, IconSeeding } from '@tabler/icons-react';
import { NothingYet } from '../../shell/nothing-yet.tsx';
import { useMe } from '../session/queries.ts';
import { useWhose } from './people/whose.ts';
import { anyProjectQuery } from './queries.ts';

interface EmptyDayProps {
  /** Undefined: no time can be added there by hand. */
  readonly onAdd: (() => void) | undefined;
}

/** A day without time. Where there is nothing to track on yet, it says how to get there. */
export function EmptyDay({ onAdd }: EmptyDayProps) {
  const anyProject = useQuery(anyProjectQuery).data;
  const { other } = useWhose();
  const icon = <IconClockPlay size={22} />;
  if (other !== null) {
    return (
      <NothingYet
        icon={icon}
        title={<Trans>No time on this day</Trans>}
        action={<AddTime onAdd={onAdd} />}
      >
        <Trans>Go to another day with the arrows above.</Trans>
      </NothingYet>
    );
  }
  if (anyProject === false) return <NewHere />;
  return (
    <NothingYet
      icon={icon}
      title={<Trans>No time on this day</Trans>}
      action={<AddTime onAdd={onAdd} />}
    >
      {onAdd === undefined ? (
        <Trans>Pick a task in the bar and press Start.</Trans>
      ) : (
        <Trans>Pick a task in the bar and press Start, or add time by hand.</Trans>
      )}
    </NothingYet>
  );
}

function AddTime({ onAdd }: EmptyDayProps) {
  const { other } = useWhose();
  if (onAdd === undefined) return null;
  return (
    <Button
      // On a phone the bar at the bottom has this button for the own time.
      className={other === null ? 'wide-only' : ''}
      variant="default"
      mt="xs"
      onClick={onAdd}
    >
      <Trans>Add time</Trans>
    </Button>
  );
}

function NewHere() {
  const administrator = useMe().role === 'administrator';
  const title = <Trans>Nothing to track on yet</Trans>;
  if (!administrator) {
    return (
      <NothingYet icon={<IconSeeding size={22} />} title={title}>
        <Trans>
          Ask a project manager or an administrator to assign you to a project. Until then you can
          track without a task.
        </Trans>
      </NothingYet>
    );
  }
  return (
    <NothingYet icon={<IconSeeding size={22} />} title={title}>
      <Trans>
        Bring in the tasks from the tools where your team works, in{' '}
        <Anchor underline="always" component={Link} to="/integrations" inherit>
          Integrations
        </Anchor>
        , or add a project in{' '}
        <Anchor underline="always" component={Link} to="/projects" inherit>
          Projects
        </Anchor>
        .
      </Trans>
    </NothingYet>
  );
}
