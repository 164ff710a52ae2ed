import { NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Group } from '@timegrove/contract/groups.ts';
import { useState } from 'react';
import { Unexpected } from '../../../shell/unexpected-screen.tsx';
import { groupsQuery, membersQuery } from '../queries.ts';
import { everybody, filterMembers, type MemberFilter } from './filter-members.ts';
import { MemberDrawer } from './member-drawer.tsx';
import { MemberList } from './member-list.tsx';

/** So few are found without searching. */
const fewMembers = 8;

/** Everybody in the account, with what helps to find somebody among many. */
export function Members() {
  const { data, error, refetch } = useQuery(membersQuery);
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const [filter, setFilter] = useState(everybody);
  if (error && !data) return <Unexpected error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting />;
  const found = filterMembers(data.members, groups, filter);
  return (
    <>
      {(data.members.length > fewMembers || groups.length > 0) && (
        <FilterFields filter={filter} groups={groups} onChange={setFilter} />
      )}
      <MemberList members={found} groups={groups} />
      {found.length === 0 && (
        <Text size="sm" c="dimmed" py="md">
          <Trans>Nobody fits. Search for less.</Trans>
        </Text>
      )}
      <MemberDrawer members={data.members} groups={groups} />
    </>
  );
}

function Waiting() {
  return (
    <Stack gap="lg" py="sm" aria-busy>
      <Skeleton height={16} width="60%" />
      <Skeleton height={16} width="48%" />
      <Skeleton height={16} width="55%" />
    </Stack>
  );
}

interface FilterFieldsProps {
  readonly filter: MemberFilter;
  readonly groups: readonly Group[];
  readonly onChange: (filter: MemberFilter) => void;
}

const states = ['all', 'active', 'deactivated'] as const;

function FilterFields({ filter, groups, onChange }: FilterFieldsProps) {
  const { t } = useLingui();
  const words = { all: t`All`, active: t`Active`, deactivated: t`Deactivated` };
  return (
    <search className="people-filter">
      <TextInput
        type="search"
        aria-label={t`Search people`}
        placeholder={t`Name or address`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t`State`}
        value={filter.state}
        data={states.map((value) => ({ value, label: words[value] }))}
        onChange={(event) => {
          const state = states.find((known) => known === event.currentTarget.value);
          if (state !== undefined) onChange({ ...filter, state });
        }}
      />
      {groups.length > 0 && (
        <NativeSelect
          aria-label={t`Group`}
          value={filter.groupId}
          data={[
            { value: '', label: t`Every group` },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ ...filter, groupId: event.currentTarget.value })}
        />
      )}
    </search>
  );
}
