import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MemberId } from '@timegrove/domain/id.ts';

/** The member whose page is open beside the list. It stands in the address, so that Back shuts it. */
export function useOpenedMember() {
  const { member } = useSearch({ from: '/signed-in/people' });
  const navigate = useNavigate({ from: '/people' });
  const open = (memberId: MemberId | null): void =>
    void navigate({
      search: memberId === null ? {} : { member: memberId },
      replace: memberId === null,
      resetScroll: false,
    });
  return [member ?? null, open] as const;
}
