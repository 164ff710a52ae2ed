import type { Group } from '@timegrove/contract/groups.ts';
import type { Member } from '@timegrove/contract/members.ts';

/** Which members are asked for. */
export interface MemberFilter {
  /** Words of the name or the address, in any order. */
  readonly text: string;
  readonly state: 'all' | 'active' | 'deactivated';
  /** The id of a group, or empty for everybody. */
  readonly groupId: string;
}

export const everybody: MemberFilter = { text: '', state: 'all', groupId: '' };

/** The members that fit, active ones first, by name. */
export function filterMembers(
  members: readonly Member[],
  groups: readonly Group[],
  { text, state, groupId }: MemberFilter,
): Member[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const group = groups.find(({ id }) => id === groupId);
  return members
    .filter((member) => {
      const written = `${member.name} ${member.email}`.toLocaleLowerCase();
      return (
        words.every((word) => written.includes(word)) &&
        (state === 'all' || member.active === (state === 'active')) &&
        (group === undefined || group.memberIds.includes(member.id))
      );
    })
    .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
}
