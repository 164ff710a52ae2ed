import { ActionIcon } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { Mark } from '@timegrove/ui/mark/mark.tsx';
import { IconExternalLink, IconSettings } from '@tabler/icons-react';
import { browser } from '../browser.ts';
import { useBackground } from '../window/use-background.ts';
import { useNow } from '../window/use-now.ts';

/** The mark, today's total and the ways out of the popup. */
export function Head() {
  const { t } = useLingui();
  const { state } = useBackground();
  const connection = state?.connection;
  return (
    <header className="popup-head">
      <Mark size={22} />
      <h1>Timegrove</h1>
      <Today />
      {connection !== undefined && 'memberName' in connection && (
        <ActionIcon
          component="a"
          href={connection.server}
          target="_blank"
          rel="noreferrer"
          variant="subtle"
          color="gray"
          aria-label={t`Open Timegrove`}
          title={t`Open Timegrove`}
        >
          <IconExternalLink size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Options`}
        title={t`Options`}
        onClick={() => {
          void browser.runtime.openOptionsPage();
          window.close();
        }}
      >
        <IconSettings size={18} />
      </ActionIcon>
    </header>
  );
}

function Today() {
  const { state } = useBackground();
  const timer = state?.timer ?? null;
  const counts = timer !== null && state?.today.countsRunning === true;
  const now = useNow(counts, state?.clockOffset ?? 0);
  if (state === null || !('memberName' in state.connection))
    return <span className="popup-today" />;
  const running = counts ? Math.max(0, now - Date.parse(timer.entry.startedAt)) : 0;
  const total = formatDuration(state.today.finished + running);
  return (
    <span className="popup-today">
      <Trans>
        Today <b className="numbers">{total}</b>
      </Trans>
    </span>
  );
}
