import { Button, Checkbox, Skeleton, Stack, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { listPeople, RemotePersonView } from '@timegrove/contract/integrations.ts';
import { invite } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { IntegrationId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { Notice } from '../../../shell/notice.tsx';
import { sentenceOf } from '../../../shell/refusal.ts';
import { useDeed } from '../../../shell/use-deed.ts';
import { remotePeopleQuery } from '../queries.ts';
import type { SettingsProps } from './integration-settings.tsx';

/** The people at the vendor and the members they match; those who are none yet can be invited. */
export function RemotePeople({ provider, integration }: SettingsProps) {
  const { data, error } = useQuery(remotePeopleQuery(integration.id));
  if (error && !data) return <Notice kind="danger">{sentenceOf(error)}</Notice>;
  if (data === undefined) {
    return (
      <Stack gap="md" aria-busy>
        <Skeleton height={20} />
        <Skeleton height={20} width="80%" />
      </Stack>
    );
  }
  if (data.people.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>
          Nobody is matched by e-mail here. Assign members to the tasks of {provider.name} in
          Projects.
        </Trans>
      </Text>
    );
  }
  return <PeopleTable people={data.people} vendor={provider.name} integrationId={integration.id} />;
}

interface PeopleTableProps {
  readonly people: readonly RemotePersonView[];
  /** The vendor's name. */
  readonly vendor: string;
  readonly integrationId: IntegrationId;
}

/** Invites people one after another, and notes each: the vendor need not be asked for what we did. */
function useInvite(integrationId: IntegrationId) {
  const client = useQueryClient();
  const { queryKey } = remotePeopleQuery(integrationId);
  return useDeed(
    async (chosen: readonly RemotePersonView[]) => {
      for (const { email } of chosen) {
        await api(invite, { body: { id: newId<'invitation'>(), email, role: 'user' } });
        client.setQueryData(queryKey, (before) => before && withInvited(before, email));
      }
    },
    ['members'],
  );
}

function withInvited({ people }: Output<typeof listPeople>, email: string) {
  return { people: people.map((one) => (one.email === email ? { ...one, invited: true } : one)) };
}

function PeopleTable({ people, vendor, integrationId }: PeopleTableProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = people.filter((person) => ticked.has(person.remoteId) && canBeInvited(person));
  const inviting = useInvite(integrationId);
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <>
      <Table verticalSpacing={6} className="remote-people">
        <PeopleHead vendor={vendor} />
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow
              key={person.remoteId}
              person={person}
              ticked={ticked.has(person.remoteId)}
              onTick={(on) => tick(person.remoteId, on)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {people.some(canBeInvited) && (
        <Button
          mt="sm"
          disabled={chosen.length === 0}
          loading={inviting.isPending}
          onClick={() => inviting.mutate(chosen)}
        >
          <Plural value={chosen.length} one="Invite # person" other="Invite # people" />
        </Button>
      )}
    </>
  );
}

function PeopleHead({ vendor }: Pick<PeopleTableProps, 'vendor'>) {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>
          <Trans>In {vendor}</Trans>
        </Table.Th>
        <Table.Th>
          <Trans>E-mail</Trans>
        </Table.Th>
        <Table.Th>
          <Trans>Member</Trans>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function canBeInvited(person: RemotePersonView): boolean {
  return person.active && person.verdict === 'not-a-member' && !person.invited;
}

interface PersonRowProps {
  readonly person: RemotePersonView;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function PersonRow({ person, ticked, onTick }: PersonRowProps) {
  const { t } = useLingui();
  const places = person.containers.join(', ');
  return (
    <Table.Tr>
      <Table.Td>
        {canBeInvited(person) ? (
          <Checkbox
            size="sm"
            label={<bdi>{person.name}</bdi>}
            description={places}
            title={t`Invite ${person.name}`}
            checked={ticked}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        ) : (
          <div className="person-unticked">
            <bdi>{person.name}</bdi>
            <Text size="xs" c="dimmed">
              {places}
            </Text>
          </div>
        )}
      </Table.Td>
      <Table.Td>{person.email}</Table.Td>
      <Table.Td>
        <MatchWords person={person} />
      </Table.Td>
    </Table.Tr>
  );
}

function MatchWords({ person }: { readonly person: RemotePersonView }) {
  if (person.invited) return <Trans>invited</Trans>;
  if (!person.active) return <Trans>deactivated there</Trans>;
  switch (person.verdict) {
    case 'matched':
      return <bdi>{person.member?.name}</bdi>;
    case 'not-a-member':
      return <Trans>not a member</Trans>;
    case 'shared':
      return <Trans>several people share this address</Trans>;
    case 'no-email':
      return <Trans>no e-mail address</Trans>;
  }
}
