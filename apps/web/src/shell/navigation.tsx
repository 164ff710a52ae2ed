import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import {
  IconCalendarTime,
  IconFolders,
  IconHistory,
  IconMail,
  IconPlugConnected,
  IconSettings,
  IconTag,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { accountRoles, type AccountRole } from '@timegrove/domain/people/role.ts';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMe } from '../features/session/queries.ts';
import { Mark } from '@timegrove/ui/mark/mark.tsx';
import { UserMenu } from './user-menu.tsx';
import './navigation.css';

// Nothing waits for it, so it is fetched after what is shown first.
const AttentionMark = lazy(async () => {
  const module = await import('../features/integrations/attention-mark.tsx');
  return { default: module.AttentionMark };
});

interface Place {
  readonly to:
    | '/'
    | '/projects'
    | '/people'
    | '/integrations'
    | '/settings/account'
    | '/settings/tags'
    | '/settings/outbox'
    | '/settings/audit';
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  /** Who is shown the way; the screens say themselves what their visitor may do. */
  readonly roles: readonly AccountRole[];
}

const everybody = accountRoles;
const administrators = ['administrator'] as const;

const places: readonly Place[] = [
  { to: '/', label: msg`Timesheet`, icon: IconCalendarTime, roles: everybody },
  { to: '/projects', label: msg`Projects`, icon: IconFolders, roles: everybody },
  { to: '/people', label: msg`People`, icon: IconUsers, roles: everybody },
  { to: '/integrations', label: msg`Integrations`, icon: IconPlugConnected, roles: administrators },
  { to: '/settings/account', label: msg`Account`, icon: IconSettings, roles: administrators },
  { to: '/settings/tags', label: msg`Tags`, icon: IconTag, roles: ['administrator', 'supervisor'] },
  { to: '/settings/outbox', label: msg`Outbox`, icon: IconMail, roles: administrators },
  { to: '/settings/audit', label: msg`Audit log`, icon: IconHistory, roles: administrators },
];

function usePlaces(): readonly Place[] {
  const { role } = useMe();
  return places.filter((place) => place.roles.includes(role));
}

function PlaceLink({ place, className }: { place: Place; className: string }) {
  const { i18n } = useLingui();
  return (
    <Link
      to={place.to}
      className={className}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
    >
      <place.icon size={18} stroke={1.75} aria-hidden />
      <span>{i18n._(place.label)}</span>
      {place.to === '/integrations' && (
        <Suspense>
          <AttentionMark />
        </Suspense>
      )}
    </Link>
  );
}

/** The way to every screen, at the left of a wide window. */
export function Sidebar() {
  const { t } = useLingui();
  const settings = usePlaces().filter((place) => place.to.startsWith('/settings'));
  const screens = usePlaces().filter((place) => !place.to.startsWith('/settings'));
  return (
    <aside className="sidebar">
      <Link to="/" className="sidebar-brand">
        <Mark size={24} />
        Timegrove
      </Link>
      <nav aria-label={t`Screens`} className="sidebar-links">
        {screens.map((place) => (
          <PlaceLink key={place.to} place={place} className="sidebar-link" />
        ))}
        {settings.length > 0 && <h2 className="sidebar-heading">{t`Settings`}</h2>}
        {settings.map((place) => (
          <PlaceLink key={place.to} place={place} className="sidebar-link" />
        ))}
      </nav>
      <UserMenu wide />
    </aside>
  );
}

/** The way to every screen, at the bottom of a phone. */
export function BottomBar() {
  const { t } = useLingui();
  const screens = usePlaces().filter((place) => !place.to.startsWith('/settings'));
  return (
    <nav aria-label={t`Screens`} className="bottom-bar">
      {screens.map((place) => (
        <PlaceLink key={place.to} place={place} className="bottom-link" />
      ))}
      <UserMenu wide={false} />
    </nav>
  );
}
