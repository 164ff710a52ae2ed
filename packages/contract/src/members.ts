import { accountRoles } from '@timegrove/domain/people/role.ts';
import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { email, filled, id, instant, zone } from './fields.ts';
import { me } from './session.ts';

/** A member of the account. */
export const member = z.object({
  id: id('member'),
  name: z.string(),
  /** Empty where a user looks at somebody else. */
  email: z.string(),
  role: z.enum(accountRoles),
  active: z.boolean(),
  joinedAt: instant,
});
export type Member = z.output<typeof member>;

/** An invitation that was neither accepted nor revoked. */
export const invitation = z.object({
  id: id('invitation'),
  email: z.string(),
  role: z.enum(accountRoles),
  invitedBy: z.string(),
  invitedAt: instant,
  expiresAt: instant,
  expired: z.boolean(),
});
export type Invitation = z.output<typeof invitation>;

export const listMembers = endpoint('GET', '/api/members', {
  summary: 'Everybody in the account; a user sees names and roles of active members only',
  access: 'member',
  output: z.object({ members: z.array(member) }),
});

export const changeMember = endpoint('PATCH', '/api/members/:memberId', {
  summary: 'Change the role of a member, or deactivate and reactivate them; their time is kept',
  access: 'administrator',
  params: z.strictObject({ memberId: id('member') }),
  body: z.strictObject({ role: z.enum(accountRoles).optional(), active: z.boolean().optional() }),
  output: member,
  errors: ['last-administrator'],
});

export const listInvitations = endpoint('GET', '/api/invitations', {
  summary: 'Open invitations',
  access: 'administrator',
  output: z.object({ invitations: z.array(invitation) }),
});

export const invite = endpoint('POST', '/api/invitations', {
  summary: 'Invite somebody by e-mail',
  access: 'administrator',
  body: z.strictObject({ id: id('invitation'), email, role: z.enum(accountRoles) }),
  output: invitation,
  errors: ['invitation-for-member', 'invitation-exists', 'id-taken'],
});

export const resendInvitation = endpoint('POST', '/api/invitations/:invitationId/resend', {
  summary: 'Mail the invitation again with a fresh link; the old link ends',
  access: 'administrator',
  params: z.strictObject({ invitationId: id('invitation') }),
  output: invitation,
});

export const revokeInvitation = endpoint('DELETE', '/api/invitations/:invitationId', {
  summary: 'Take an invitation back; its link ends',
  access: 'administrator',
  params: z.strictObject({ invitationId: id('invitation') }),
  output: nothing,
});

const link = z.strictObject({ token: filled(200) });

export const readInvitation = endpoint('GET', '/api/invitation-links/:token', {
  summary: 'What an invitation link is for',
  access: 'public',
  params: link,
  output: z.object({ accountName: z.string(), email: z.string(), invitedBy: z.string() }),
  errors: ['link-expired', 'too-many-tries'],
});

export const acceptInvitation = endpoint('POST', '/api/invitation-links/:token/accept', {
  summary: 'Join the account and sign in',
  access: 'public',
  params: link,
  body: z.strictObject({ name: filled(200), password: z.string().max(200), zone }),
  output: me,
  errors: ['link-expired', 'email-taken', 'password-too-short', 'too-many-tries'],
});

export const listMails = endpoint('GET', '/api/mails', {
  summary: 'The newest 100 mails: sent, waiting, or kept because no mail server is configured',
  access: 'administrator',
  output: z.object({
    configured: z.boolean(),
    mails: z.array(
      z.object({
        id: id('mail'),
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        createdAt: instant,
        sentAt: instant.nullable(),
        failure: z.string().nullable(),
      }),
    ),
  }),
});
