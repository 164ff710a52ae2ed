import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Page } from '../../shell/page.tsx';
import { FirstSteps } from '../first-steps/first-steps.tsx';
import { ForceSynchronization } from '../runs/force-synchronization.tsx';
import { DayNavigation } from './day-navigation.tsx';
import type { Edited } from './entry-drawer.tsx';
import { PersonChoice } from './people/person-choice.tsx';
import { useWhoseIsShown } from './people/use-whose-is-shown.ts';
import { useWhose, WhoseContext } from './people/whose.ts';
import { ShownView } from './shown-view.tsx';
import { useDay, useDayKeys } from './use-day.ts';
import { ViewSwitch } from './view-switch.tsx';
import './timesheet.css';

const EntryDrawer = lazy(async () => {
  const module = await import('./entry-drawer.tsx');
  return { default: module.EntryDrawer };
});

const byHand: Edited = { kind: 'new', span: null };

/** The timesheet of a day or a week: the own one, or that of somebody whose time may be seen. */
export function TimesheetScreen() {
  const shown = useDay();
  const { memberId, showMember } = shown;
  const whose = useWhoseIsShown(shown);
  return (
    <WhoseContext value={whose}>
      <Timesheet choice={<PersonChoice memberId={memberId} onChoose={showMember} />} />
    </WhoseContext>
  );
}

function Timesheet({ choice }: { choice: ReactNode }) {
  const { t } = useLingui();
  const { other, mayChange, right } = useWhose();
  const shown = useDay();
  const { day, view, show, step, adding } = shown;
  const [edited, setEdited] = useState<Edited | null>(null);
  const [drawerUsed, setDrawerUsed] = useState(false);
  useDayKeys(step);
  const edit = (next: Edited): void => {
    setDrawerUsed(true);
    setEdited(next);
  };
  const add = (): void => edit(byHand);
  const close = (): void => {
    setEdited(null);
    if (adding) show(day);
  };
  return (
    <Page
      title={other === null ? t`Timesheet` : t`${other.name}’s timesheet`}
      hint={mayChange || (right === 'locked' && view !== 'day') ? undefined : <LookOnly />}
      actions={<Actions choice={choice} onAdd={add} />}
    >
      <ShownView
        key={`${view} ${other?.memberId}`}
        shown={shown}
        navigation={
          <>
            <DayNavigation shown={shown} />
            <ViewSwitch shown={shown} />
          </>
        }
        onEdit={edit}
        onAdd={add}
      />
      <FirstSteps />
      {(drawerUsed || adding) && (
        <Suspense>
          <EntryDrawer day={day} edited={edited ?? (adding ? byHand : null)} onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}

function LookOnly() {
  const { right } = useWhose();
  if (right === 'locked') return <Trans>Time on this day is locked.</Trans>;
  if (right === 'look-in-part')
    return <Trans>You see their time on the projects that you manage.</Trans>;
  return <Trans>You can look at this time, not change it.</Trans>;
}

function Actions({ choice, onAdd }: { choice: ReactNode; onAdd: () => void }) {
  const { other, mayAdd } = useWhose();
  return (
    <>
      {choice}
      {other === null && <ForceSynchronization />}
      {mayAdd && (
        <Button
          // On a phone the bar at the bottom has this button for the own time.
          className={other === null ? 'wide-only' : ''}
          leftSection={<IconPlus size={16} aria-hidden />}
          variant="default"
          onClick={onAdd}
        >
          <Trans>Add time</Trans>
        </Button>
      )}
    </>
  );
}
