import { Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { stopping } from '@timegrove/ui/timer-deeds/timer-deeds.ts';
import { useNavigate } from '@tanstack/react-router';
import { Page } from '../../../shell/page.tsx';
import { showDone } from '../../../shell/refusal.ts';
import { serverNow } from '../../../shell/server-clock.ts';
import { useOutbox } from '../../outbox/use-outbox.ts';
import { useOnceSeen } from './use-once-seen.ts';
import { whatRuns } from './what-runs.ts';

/** Stops what runs and shows the timesheet; for the shortcut on the icon of the installed app. */
export function StopScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const outbox = useOutbox();
  useOnceSeen(async () => {
    const running = await whatRuns(outbox);
    if (running === null) showDone(t`No timer is running.`);
    else await outbox.put(stopping(running, serverNow()));
    // In place of this address, so that neither going back nor a reload stops again.
    await navigate({ to: '/', replace: true });
  });
  return (
    <Page title={t`Stop`}>
      <Skeleton height={72} aria-busy="true" />
    </Page>
  );
}
