import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { invite } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import { useState, type SyntheticEvent } from 'react';
import { api } from '../../shell/api.ts';
import { fieldErrors, showDone, showRefusal } from '../../shell/refusal.ts';
import { AccountRoleSelect, useAccountRoleHints } from './account-role.tsx';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Invites somebody by e-mail. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Invite somebody`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <InviteForm onClose={onClose} />
    </Modal>
  );
}

function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly email: string; readonly role: AccountRole }) =>
      api(invite, { body: { id: newId<'invitation'>(), ...given } }),
    onError: (error) => {
      if (fieldErrors(error)['email'] === undefined) showRefusal(error);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  });
}

function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<AccountRole>('user');
  const hints = useAccountRoleHints();
  const sending = useInvite();
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    sending.mutate(
      { email: email.trim(), role },
      {
        onSuccess: (invitation) => {
          showDone(t`${invitation.email} is invited.`);
          onClose();
        },
      },
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          type="email"
          label={t`E-mail address`}
          autoComplete="off"
          value={email}
          error={fieldErrors(sending.error)['email']}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            sending.reset();
          }}
        />
        <AccountRoleSelect label={t`Role`} description={hints[role]} role={role} onRole={setRole} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={email.trim() === ''}>
            <Trans>Send the invitation</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
