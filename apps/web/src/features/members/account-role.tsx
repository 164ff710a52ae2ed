import type { NativeSelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { accountRoles, type AccountRole } from '@timegrove/domain/people/role.ts';
import { SettledSelect } from '../../shell/settled-select.tsx';

/** The account roles as people call them. */
export function useAccountRoleWords(): Readonly<Record<AccountRole, string>> {
  const { t } = useLingui();
  return { administrator: t`Administrator`, supervisor: t`Supervisor`, user: t`User` };
}

/** What each account role may do, in one sentence. */
export function useAccountRoleHints(): Readonly<Record<AccountRole, string>> {
  const { t } = useLingui();
  return {
    administrator: t`Manages people and integrations, and sees everything.`,
    supervisor: t`Adds projects and looks after the time of those in a group with them.`,
    user: t`Tracks time on the tasks they are assigned to.`,
  };
}

interface AccountRoleSelectProps extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  readonly role: AccountRole;
  readonly onRole: (role: AccountRole) => void;
}

/** Chooses an account role. */
export function AccountRoleSelect({ role, onRole, ...look }: AccountRoleSelectProps) {
  const words = useAccountRoleWords();
  return (
    <SettledSelect
      {...look}
      value={role}
      choices={accountRoles.map((value) => ({ value, label: words[value] }))}
      onSettle={onRole}
    />
  );
}
