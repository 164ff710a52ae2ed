import type { Member } from '@timegrove/contract/members.ts';

/** A member's name in a list; with the address where another has the same name. */
export function memberLabel(member: Member, all: readonly Member[]): string {
  const alone = all.filter(({ name }) => name === member.name).length === 1;
  return alone || member.email === '' ? member.name : `${member.name} (${member.email})`;
}
