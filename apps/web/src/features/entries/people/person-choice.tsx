import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MemberId } from '@timegrove/domain/id.ts';
import { useMe } from '../../session/queries.ts';
import { peopleQuery } from './queries.ts';

interface PersonChoiceProps {
  /** Null: the own timesheet. */
  readonly memberId: MemberId | null;
  readonly onChoose: (memberId: MemberId | null) => void;
}

/** Chooses whose timesheet to look at; nothing for those who see only their own. */
export function PersonChoice({ memberId, onChoose }: PersonChoiceProps) {
  const { t } = useLingui();
  const me = useMe();
  const people = useQuery(peopleQuery).data ?? [];
  const others = people.filter(({ id, active }) => id !== me.memberId && active);
  if (others.length === 0 && memberId === null) return null;
  return (
    <Select
      className="person-choice"
      aria-label={t`Whose time`}
      data={[
        { value: me.memberId, label: t`My time` },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={memberId ?? me.memberId}
      onChange={(chosen) => onChoose(others.find(({ id }) => id === chosen)?.id ?? null)}
      allowDeselect={false}
      searchable={others.length > 8}
    />
  );
}
