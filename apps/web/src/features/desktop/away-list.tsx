import { Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { regionalLocale } from '../../shell/locale.ts';
import type { DesktopSettings } from './queries.ts';

type Away = DesktopSettings['away'];

/** When nobody was at this computer, and why; kept whatever was answered about it. */
export function AwayList({ away }: { away: Away }) {
  const moment = new Intl.DateTimeFormat(regionalLocale(), {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  if (away.length === 0) return null;
  return (
    <section className="desktop-away">
      <Title order={2}>
        <Trans>Time away</Trans>
      </Title>
      <ul>
        {away.map((one) => (
          <li key={one.from}>
            <span className="numbers">{moment.format(one.from)}</span>
            <span>
              <Reason reason={one.reason} />
            </span>
            <span className="numbers">
              {one.to !== null && formatDuration(one.to - one.from, 'words')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({ reason }: { reason: Away[number]['reason'] }) {
  const { t } = useLingui();
  return { idle: t`Nobody there`, locked: t`Screen locked`, asleep: t`Computer asleep` }[reason];
}
