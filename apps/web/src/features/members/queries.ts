import { queryOptions } from '@tanstack/react-query';
import { listGroups } from '@timegrove/contract/groups.ts';
import { listInvitations, listMembers } from '@timegrove/contract/members.ts';
import { api } from '../../shell/api.ts';

/** Everybody in the account, as far as the asking member may see. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => api(listMembers),
});

/** Invitations that were neither accepted nor revoked. */
export const invitationsQuery = queryOptions({
  queryKey: ['members', 'invitations'],
  queryFn: () => api(listInvitations),
});

/** The groups of the account with who is in them. */
export const groupsQuery = queryOptions({
  queryKey: ['members', 'groups'],
  queryFn: () => api(listGroups),
});
