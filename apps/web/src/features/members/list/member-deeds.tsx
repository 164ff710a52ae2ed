import { ActionIcon, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { changeMember, type Member } from '@timegrove/contract/members.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { AccountRoleSelect } from '../account-role.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { useOpenedMember } from './use-opened-member.ts';

interface Changes {
  readonly role?: AccountRole;
  readonly active?: boolean;
}

/** Changes a member's role, deactivates and reactivates. */
function useChangeMember(member: Member) {
  return useDeed(
    (changes: Changes) => api(changeMember, { params: { memberId: member.id }, body: changes }),
    ['members', 'assignments'],
  );
}

interface MemberDeedsProps {
  readonly member: Member;
  readonly self: boolean;
}

/** What an administrator can do to a member. */
export function MemberDeeds({ member, self }: MemberDeedsProps) {
  const { t } = useLingui();
  const change = useChangeMember(member);
  const [pending, setPending] = useState<Changes | null>(null);
  const ask = (changes: Changes) => {
    // Taking the own rights away cannot be taken back by oneself, so it is asked for first.
    if (self && changes.role !== undefined) setPending(changes);
    else change.mutate(changes);
  };
  return (
    <>
      <div className="person-role">
        <span className="person-label" aria-hidden>
          <Trans>Role</Trans>
        </span>
        <AccountRoleSelect
          size="xs"
          aria-label={t`Role of ${member.name}`}
          role={change.isPending ? (change.variables.role ?? member.role) : member.role}
          disabled={!member.active}
          onRole={(role) => ask({ role })}
        />
      </div>
      <PersonMenu
        member={member}
        onDeactivate={() => setPending({ active: false })}
        onReactivate={() => change.mutate({ active: true })}
      />
      <ConfirmChange
        member={member}
        pending={pending}
        onCancel={() => setPending(null)}
        onConfirm={(changes) => {
          setPending(null);
          change.mutate(changes);
        }}
      />
    </>
  );
}

interface PersonMenuProps {
  readonly member: Member;
  readonly onDeactivate: () => void;
  readonly onReactivate: () => void;
}

function PersonMenu({ member, onDeactivate, onReactivate }: PersonMenuProps) {
  const { t } = useLingui();
  const [opened, open] = useOpenedMember();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Actions for ${member.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {opened !== member.id && (
          <Menu.Item leftSection={<IconUser size={16} />} onClick={() => open(member.id)}>
            <Trans>Groups and tokens</Trans>
          </Menu.Item>
        )}
        {member.active ? (
          <Menu.Item leftSection={<IconUserOff size={16} />} onClick={onDeactivate}>
            <Trans>Deactivate…</Trans>
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={onReactivate}>
            <Trans>Reactivate</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ConfirmChangeProps {
  readonly member: Member;
  readonly pending: Changes | null;
  readonly onCancel: () => void;
  readonly onConfirm: (changes: Changes) => void;
}

function ConfirmChange({ member, pending, onCancel, onConfirm }: ConfirmChangeProps) {
  const { t } = useLingui();
  const deactivating = pending?.active === false;
  return (
    <ConfirmDialog
      opened={pending !== null}
      title={deactivating ? t`Deactivate ${member.name}?` : t`Change your own role?`}
      confirm={deactivating ? t`Deactivate` : t`Change my role`}
      danger={deactivating}
      onCancel={onCancel}
      onConfirm={() => pending && onConfirm(pending)}
    >
      {deactivating ? (
        <Trans>
          They can no longer sign in: a running timer stops, sessions and API tokens end. Their time
          and their assignments are kept, and you can reactivate them at any time.
        </Trans>
      ) : (
        <Trans>
          You will lose the rights of an administrator at once. Only another administrator can give
          them back.
        </Trans>
      )}
    </ConfirmDialog>
  );
}
