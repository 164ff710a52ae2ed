import { Skeleton, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../shell/page.tsx';
import { said } from '../../shell/said.ts';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { providersQuery } from '../integrations/queries.ts';
import { GettingStarted } from './getting-started.tsx';
import './help.css';
import { Keyboard } from './keyboard.tsx';
import { StartLinks } from './start-links.tsx';
import { TimerOnPages } from './timer-on-pages.tsx';

/** Where help begins: the first steps, the integrations, the keys. */
export function HelpScreen() {
  const { t } = useLingui();
  return (
    <Page title={t`Help`}>
      <div className="help-words">
        <GettingStarted />
        <section>
          <Title order={2}>
            <Trans>Integrations</Trans>
          </Title>
          <Integrations />
        </section>
        <StartLinks />
        <TimerOnPages />
        <Keyboard />
      </div>
    </Page>
  );
}

function Integrations() {
  const { data, error, refetch } = useQuery(providersQuery);
  if (error && !data) return <Unexpected error={error} reset={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={120} aria-busy />;
  return (
    <ul className="help-list">
      {data.providers.map(({ id, name, summary, iconUrl }) => (
        <li key={id}>
          <Link to="/help/$provider" params={{ provider: id }} className="help-card">
            <img src={iconUrl} alt="" width={28} height={28} />
            <span>
              <strong>{name}</strong>
              <span className="help-card-words">{said(summary)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
