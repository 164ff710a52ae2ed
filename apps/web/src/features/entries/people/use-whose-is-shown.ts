import { useQuery } from '@tanstack/react-query';
import type { MemberId } from '@timegrove/domain/id.ts';
import { useMe } from '../../session/queries.ts';
import { peopleQuery } from './queries.ts';
import { own, type Whose } from './whose.ts';

/** Whose timesheet to show, by the member that the address names. What is not known yet is not changed. */
export function useWhoseIsShown(memberId: MemberId | null): Whose {
  const me = useMe();
  const people = useQuery({ ...peopleQuery, enabled: memberId !== null }).data ?? [];
  if (memberId === null || memberId === me.memberId) return own;
  const person = people.find(({ id }) => id === memberId);
  return {
    other: { memberId, name: person?.name ?? '' },
    mayChange: person?.mayChange ?? false,
    inPart: person?.sees === 'managed-branches',
  };
}
