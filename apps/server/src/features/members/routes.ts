import * as contract from '@timegrove/contract/members.ts';
import type { Door } from '../../http/bind.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeMember } from './change-member.ts';
import { invite } from './invite.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { readInvitation } from './read-invitation.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function memberRoutes(door: Door): void {
  door.bind(contract.listMembers, listMembers);
  door.bind(contract.changeMember, changeMember);
  door.bind(contract.listInvitations, listInvitations);
  door.bind(contract.invite, invite);
  door.bind(contract.resendInvitation, resendInvitation);
  door.bind(contract.revokeInvitation, revokeInvitation);
  door.bindPublic(contract.readInvitation, readInvitation);
  door.bindPublic(contract.acceptInvitation, acceptInvitation);
}
