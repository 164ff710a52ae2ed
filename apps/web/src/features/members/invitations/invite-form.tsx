import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconFileText } from '@tabler/icons-react';
import { accountRoles, type AccountRole } from '@timegrove/domain/people/role.ts';
import { useState } from 'react';
import { Unfit } from '../../../shell/fit.ts';
import { showRefusal } from '../../../shell/refusal.ts';
import { AccountRoleSelect, useAccountRoleHints, useAccountRoleWords } from '../account-role.tsx';
import { OutboxHint } from './outbox-hint.tsx';
import { Problems } from './problems.tsx';
import { mostBytes, mostInvitees, readInvitees, type Invitee } from './read-invitees.ts';

interface InviteFormProps {
  readonly onInvite: (invitees: readonly Invitee[]) => void;
  readonly onClose: () => void;
}

/** A role by its own name or by the word that the screen has for it. */
function useRoleOf(): (word: string) => AccountRole | undefined {
  const words = useAccountRoleWords();
  return (word) => accountRoles.find((role) => role === word || words[role].toLowerCase() === word);
}

/** Asks whom to invite, typed, pasted or from a file. */
export function InviteForm({ onInvite, onClose }: InviteFormProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [role, setRole] = useState<AccountRole>('user');
  const hints = useAccountRoleHints();
  const { invitees, problems } = readInvitees(text, role, useRoleOf());
  const many = invitees.length > mostInvitees;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onInvite(invitees);
      }}
    >
      <Stack gap="md">
        <OutboxHint />
        <Textarea
          data-autofocus
          label={t`E-mail addresses`}
          description={t`One per line, or two columns of a spreadsheet: address and role`}
          autosize
          minRows={3}
          maxRows={10}
          spellCheck={false}
          value={text}
          error={many && t`At most ${mostInvitees} people at a time`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ListFile onText={setText} />
        <Problems problems={problems} />
        <AccountRoleSelect label={t`Role`} description={hints[role]} role={role} onRole={setRole} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" disabled={invitees.length === 0 || problems.length > 0 || many}>
            <Plural
              value={invitees.length}
              _0="Send the invitations"
              one="Send the invitation"
              other="Send # invitations"
            />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ListFile({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useLingui();
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    if (file.size > mostBytes)
      showRefusal(new Unfit({ file: t`This file is too large for a list of addresses.` }));
    else onText(await file.text());
  };
  return (
    <div>
      <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void read(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            leftSection={<IconFileText size={14} aria-hidden />}
          >
            <Trans>From a CSV file…</Trans>
          </Button>
        )}
      </FileButton>
    </div>
  );
}
