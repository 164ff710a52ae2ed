import { Avatar, Kbd, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconDeviceDesktop,
  IconHelp,
  IconHistory,
  IconKeyboard,
  IconLogout,
  IconMail,
  IconMoon,
  IconSelector,
  IconSettings,
  IconSun,
  IconTag,
  IconUser,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../features/session/queries.ts';
import { useLeaving } from '../features/session/use-leaving.ts';
import { lazy, Suspense } from 'react';
import { doAppKey } from './keys/use-app-key.ts';
import './user-menu.css';

const LeaveDialog = lazy(async () => {
  const module = await import('../features/session/leave-dialog.tsx');
  return { default: module.LeaveDialog };
});

interface UserMenuProps {
  /** True at the bottom of the sidebar, false in the bar of a phone. */
  readonly wide: boolean;
}

/** Who is signed in, the theme switch, and the way out. */
export function UserMenu({ wide }: UserMenuProps) {
  const leaving = useLeaving();
  return (
    <>
      <Menu position={wide ? 'top-start' : 'top-end'} width={230} withinPortal={false}>
        <Menu.Target>{wide ? <WideButton /> : <PhoneButton />}</Menu.Target>
        <Menu.Dropdown>
          <Who />
          <Menu.Divider />
          <ThemeItems />
          <Menu.Divider />
          <LastItems phone={!wide} leave={leaving.ask} />
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {leaving.asked && <LeaveDialog onStay={leaving.stay} onLeave={leaving.leave} />}
      </Suspense>
    </>
  );
}

function WideButton(props: Readonly<Record<string, unknown>>) {
  const me = useMe();
  return (
    <UnstyledButton {...props} className="user-menu-button">
      <Avatar size={28} color="grove" name={me.name} variant="filled" aria-hidden />
      <span className="user-menu-names">
        <span className="user-menu-name">{me.name}</span>
        <span className="user-menu-account">{me.account.name}</span>
      </span>
      <IconSelector size={16} aria-hidden />
    </UnstyledButton>
  );
}

function PhoneButton(props: Readonly<Record<string, unknown>>) {
  const me = useMe();
  return (
    <UnstyledButton {...props} className="bottom-link">
      <Avatar size={20} color="grove" name={me.name} variant="filled" aria-hidden />
      <span>
        <Trans>You</Trans>
      </span>
    </UnstyledButton>
  );
}

function Who() {
  const me = useMe();
  return (
    <div className="user-menu-who">
      <span className="user-menu-name">{me.name}</span>
      <span className="user-menu-account">{me.email}</span>
    </div>
  );
}

function ThemeItems() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    { scheme: 'auto', label: t`Like the system`, icon: IconDeviceDesktop },
    { scheme: 'light', label: t`Light`, icon: IconSun },
    { scheme: 'dark', label: t`Dark`, icon: IconMoon },
  ] as const;
  return (
    <Menu.RadioGroup value={colorScheme}>
      {choices.map((choice) => (
        <Menu.RadioItem
          key={choice.scheme}
          value={choice.scheme}
          onClick={() => setColorScheme(choice.scheme)}
        >
          <span className="user-menu-scheme">
            <choice.icon size={16} aria-hidden />
            {choice.label}
          </span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** On a phone these do not fit into the bar at the bottom. */
function SettingsItems() {
  return (
    <>
      <Menu.Item component={Link} to="/settings/account" leftSection={<IconSettings size={16} />}>
        <Trans>Account</Trans>
      </Menu.Item>
      <Menu.Item component={Link} to="/settings/outbox" leftSection={<IconMail size={16} />}>
        <Trans>Outbox</Trans>
      </Menu.Item>
      <Menu.Item component={Link} to="/settings/audit" leftSection={<IconHistory size={16} />}>
        <Trans>Audit log</Trans>
      </Menu.Item>
    </>
  );
}

function LastItems({ phone, leave }: { phone: boolean; leave: () => void }) {
  const { role } = useMe();
  return (
    <>
      <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} />}>
        <Trans>Profile</Trans>
      </Menu.Item>
      {phone && role === 'administrator' && <SettingsItems />}
      {phone && role !== 'user' && (
        <Menu.Item component={Link} to="/settings/tags" leftSection={<IconTag size={16} />}>
          <Trans>Tags</Trans>
        </Menu.Item>
      )}
      <Menu.Item component={Link} to="/help" leftSection={<IconHelp size={16} />}>
        <Trans>Help</Trans>
      </Menu.Item>
      {!phone && (
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<Kbd size="xs">?</Kbd>}
          onClick={() => doAppKey('show-keys')}
        >
          <Trans>Keyboard</Trans>
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
        <Trans>Sign out</Trans>
      </Menu.Item>
    </>
  );
}
