import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { ForceSynchronization } from '../runs/force-synchronization.tsx';
import { DayNavigation } from './day-navigation.tsx';
import { DayView } from './day-view.tsx';
import type { Edited } from './entry-drawer.tsx';
import { useDay, useDayKeys } from './use-day.ts';
import './timesheet.css';

const EntryDrawer = lazy(async () => {
  const module = await import('./entry-drawer.tsx');
  return { default: module.EntryDrawer };
});

const byHand: Edited = { kind: 'new', span: null };

/** The own timesheet of one day. */
export function TimesheetScreen() {
  const { t } = useLingui();
  const { day, today, show, step, adding } = useDay();
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
      title={t`Timesheet`}
      actions={
        <>
          <ForceSynchronization />
          <Button leftSection={<IconPlus size={16} aria-hidden />} variant="default" onClick={add}>
            <Trans>Add time</Trans>
          </Button>
        </>
      }
    >
      <DayView
        day={day}
        navigation={<DayNavigation day={day} today={today} show={show} step={step} />}
        onEdit={edit}
        onAdd={add}
      />
      {(drawerUsed || adding) && (
        <Suspense>
          <EntryDrawer day={day} edited={edited ?? (adding ? byHand : null)} onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}
