import { Button, Group as Row, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addGroup, changeGroup, type Group } from '@timegrove/contract/groups.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { fieldErrors, showRefusal } from '../../../shell/refusal.ts';
import { memberLabel } from '../member-label.ts';
import { membersQuery } from '../queries.ts';

interface GroupDialogProps {
  /** The group that is changed, `new`, or null while nothing is. */
  readonly edited: Group | 'new' | null;
  readonly onClose: () => void;
}

/** Names a group and says who is in it. */
export function GroupDialog({ edited, onClose }: GroupDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={edited !== null}
      onClose={onClose}
      title={edited === 'new' ? t`Add a group` : t`Edit the group`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {edited !== null && (
        <GroupForm {...(edited !== 'new' && { group: edited })} onClose={onClose} />
      )}
    </Modal>
  );
}

interface GroupFormProps {
  readonly group?: Group;
  readonly onClose: () => void;
}

interface Wanted {
  readonly name: string;
  readonly memberIds: readonly MemberId[];
}

/** Only what this person changed goes out, so that it takes back nothing of somebody else's. */
function changesOf(group: Group, { name, memberIds }: Wanted) {
  return {
    ...(name !== group.name && { name }),
    add: memberIds.filter((id) => !group.memberIds.includes(id)),
    remove: group.memberIds.filter((id) => !memberIds.includes(id)),
  };
}

function useSaveGroup(group: Group | undefined, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) =>
      group === undefined
        ? api(addGroup, { body: { id: newId<'group'>(), ...body, memberIds: [...body.memberIds] } })
        : api(changeGroup, { params: { groupId: group.id }, body: changesOf(group, body) }),
    onError: (error) => {
      if (fieldErrors(error)['name'] === undefined) showRefusal(error);
    },
    onSuccess: onSaved,
    onSettled: () => client.invalidateQueries({ queryKey: ['members'] }),
  });
}

function GroupForm({ group, onClose }: GroupFormProps) {
  const { t } = useLingui();
  const members = useQuery(membersQuery).data?.members ?? [];
  const [name, setName] = useState(group?.name ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(group?.memberIds ?? []);
  const save = useSaveGroup(group, onClose);
  // Somebody deactivated stays in a group, but is not put into another one.
  const offered = members.filter(({ id, active }) => active || chosen.includes(id));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const memberIds = members.map(({ id }) => id).filter((id) => chosen.includes(id));
        save.mutate({ name: name.trim(), memberIds });
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t`Name`}
          autoComplete="off"
          maxLength={100}
          value={name}
          error={fieldErrors(save.error)['name']}
          onChange={(event) => {
            setName(event.currentTarget.value);
            save.reset();
          }}
        />
        <MultiSelect
          label={t`Members`}
          searchable
          hidePickedOptions
          nothingFoundMessage={t`No such member`}
          data={offered.map((one) => ({ value: one.id, label: memberLabel(one, offered) }))}
          value={[...chosen]}
          onChange={setChosen}
        />
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {group === undefined ? <Trans>Add the group</Trans> : <Trans>Save</Trans>}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
