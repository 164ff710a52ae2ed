import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import { usePhone } from '../../shell/phone.ts';
import {
  notificationPermission,
  useNotificationSwitch,
} from './notification/use-notification-switch.ts';
import { useAwaySwitch } from './use-away-switch.ts';
import { useDiscardTimer } from './use-timer-deeds.ts';

/** What is seldom done to a running timer. */
export function TimerMenu({ running }: { running: Entry }) {
  const { t } = useLingui();
  const onPhone = usePhone();
  const discard = useDiscardTimer();
  const away = useAwaySwitch();
  const notification = useNotificationSwitch();
  const askable = ['default', 'granted'].includes(notificationPermission());
  return (
    <Menu
      position={onPhone ? 'top-end' : 'bottom-end'}
      width={260}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`More for this timer`}
          title={t`More for this timer`}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {away.possible && (
          <Menu.CheckboxItem checked={away.on} onChange={away.turn}>
            <Trans>Tell me when I was away</Trans>
          </Menu.CheckboxItem>
        )}
        {askable && (
          <Menu.CheckboxItem checked={notification.on} onChange={notification.turn}>
            <Trans>Show as a notification</Trans>
          </Menu.CheckboxItem>
        )}
        {(away.possible || askable) && <Menu.Divider />}
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => discard(running)}>
          <Trans>Discard this timer</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
