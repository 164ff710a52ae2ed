import { MultiSelect, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { changeGroup, type Group } from '@timegrove/contract/groups.ts';
import type { Member } from '@timegrove/contract/members.ts';
import { api } from '../../../shell/api.ts';
import { useDeed } from '../../../shell/use-deed.ts';

interface MemberGroupsProps {
  readonly member: Member;
  readonly groups: readonly Group[];
}

/** The groups that a member is in, to be changed at once. */
export function MemberGroups({ member, groups }: MemberGroupsProps) {
  const { t } = useLingui();
  const isIn = (group: Group): boolean => group.memberIds.includes(member.id);
  const set = useDeed(
    async (chosen: readonly string[]) => {
      for (const group of groups.filter((one) => isIn(one) !== chosen.includes(one.id))) {
        const body = isIn(group) ? { remove: [member.id] } : { add: [member.id] };
        await api(changeGroup, { params: { groupId: group.id }, body });
      }
    },
    ['members'],
  );
  const chosen = groups.filter(isIn).map(({ id }) => id);
  return (
    <section>
      <Title order={3} mb={4}>
        <Trans>Groups</Trans>
      </Title>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>There are no groups yet. Add one under Groups.</Trans>
        </Text>
      ) : (
        <MultiSelect
          aria-label={t`Groups of ${member.name}`}
          placeholder={chosen.length === 0 ? t`In no group` : ''}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={set.isPending ? [...set.variables] : chosen}
          clearButtonProps={{ 'aria-label': t`Clear` }}
          onChange={(next) => set.mutate(next)}
        />
      )}
    </section>
  );
}
