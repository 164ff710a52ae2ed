import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useMe } from '../features/session/queries.ts';
import { NothingYet } from './nothing-yet.tsx';

/** Lets administrators through and tells everybody else whom to ask. */
export function AdministratorGate() {
  if (useMe().role === 'administrator') return <Outlet />;
  return (
    <NothingYet icon={<IconLock size={22} />} title={<Trans>For administrators</Trans>}>
      <Trans>Your role does not allow this. Ask an administrator of your account.</Trans>
    </NothingYet>
  );
}
