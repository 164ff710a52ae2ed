import { useQuery } from '@tanstack/react-query';
import type { Me } from '@timegrove/contract/session.ts';
import { addDays } from '@timegrove/domain/time/day.ts';
import { useMe } from '../../session/queries.ts';
import type { ShownDay } from '../use-day.ts';
import { peopleQuery } from './queries.ts';
import type { Whose } from './whose.ts';

/** Whose timesheet to show, by what the address names. What is not known yet is not changed. */
export function useWhoseIsShown({ memberId, day, today }: ShownDay): Whose {
  const me = useMe();
  const people = useQuery({ ...peopleQuery, enabled: memberId !== null }).data ?? [];
  const locked = isLocked(me, day, today);
  if (memberId === null || memberId === me.memberId) {
    return { other: null, ...mayDo(me, locked ? 'locked' : 'change') };
  }
  const person = people.find(({ id }) => id === memberId);
  const seen = person?.sees === 'managed-branches' ? 'look-in-part' : 'look';
  const right = person?.mayChange === true ? (locked ? 'locked' : 'change') : seen;
  return { other: { memberId, name: person?.name ?? '' }, ...mayDo(me, right) };
}

function mayDo({ account }: Me, right: Whose['right']): Omit<Whose, 'other'> {
  const mayChange = right === 'change';
  return { right, mayChange, mayAdd: mayChange && account.entriesByHand };
}

function isLocked({ account: { lockAfterDays } }: Me, day: string, today: string): boolean {
  return lockAfterDays !== null && day < addDays(today, -lockAfterDays);
}
