import { projectRoles } from '@timegrove/domain/people/role.ts';
import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { filled, id } from './fields.ts';

/** A named group of members, e.g. a team. Supervisors look after who is in a group with them. */
export const group = z.object({
  id: id('group'),
  name: z.string(),
  /** A user sees the active ones. */
  memberIds: z.array(id('member')),
});
export type Group = z.output<typeof group>;

const name = filled(100);
const memberIds = z.array(id('member')).max(1000);
const one = z.strictObject({ groupId: id('group') });

export const listGroups = endpoint('GET', '/api/groups', {
  summary: 'The groups of the account with their members, by name',
  access: 'member',
  output: z.object({ groups: z.array(group) }),
});

export const addGroup = endpoint('POST', '/api/groups', {
  summary: 'Add a group. Idempotent by id',
  access: 'administrator',
  body: z.strictObject({ id: id('group'), name, memberIds: memberIds.default([]) }),
  output: group,
  errors: ['group-name-taken', 'id-taken', 'not-found'],
});

export const changeGroup = endpoint('PATCH', '/api/groups/:groupId', {
  summary:
    'Rename a group, put members into it or take them out; who is named in neither list stays as they are',
  access: 'administrator',
  params: one,
  body: z.strictObject({
    name: name.optional(),
    add: memberIds.default([]),
    remove: memberIds.default([]),
  }),
  output: group,
  errors: ['group-name-taken', 'not-found'],
});

export const deleteGroup = endpoint('DELETE', '/api/groups/:groupId', {
  summary: 'Delete a group; its members and their assignments stay',
  access: 'administrator',
  params: one,
  output: nothing,
});

export const assignGroup = endpoint('PUT', '/api/tasks/:taskId/assignments/groups/:groupId', {
  summary:
    'Assign the active members of a group to a task and everything below it, each as if one by ' +
    'one; who joins the group later is not assigned by that',
  access: 'member',
  params: z.strictObject({ taskId: id('task'), groupId: id('group') }),
  body: z.strictObject({ role: z.enum(projectRoles) }),
  output: z.object({
    /** How many of them did not have this role here before. */
    changed: z.number().int(),
  }),
});
