import { projectRoles } from '@timegrove/domain/people/role.ts';
import { archivedReasons } from '@timegrove/domain/tree/task.ts';
import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { color, count, filled, id, instant, text } from './fields.ts';

/** A node of the account's tree. */
export const task = z.object({
  id: id('task'),
  parentId: id('task').nullable(),
  name: z.string(),
  note: z.string(),
  color: z.string().nullable(),
  billable: z.boolean(),
  tagIds: z.array(id('tag')),
  /** Other words under which the task is found. */
  keywords: z.array(z.string()),
  /** How much time it is meant to take, with everything below it. */
  budgetMinutes: z.number().int().nullable(),
  archived: z.object({ at: instant, reason: z.enum(archivedReasons) }).nullable(),
  /** Where an imported task comes from; null for an own task. */
  source: z
    .object({
      provider: z.string(),
      kind: z.string(),
      url: z.string().nullable(),
      /** True while the integration is linked: name, place and state are the vendor's. */
      readOnly: z.boolean(),
    })
    .nullable(),
  /** How many active tasks directly below it the asking member can see. */
  childCount: z.number().int(),
  /** The asking member's own role here, inherited or direct; null on a mere path. */
  role: z.enum(projectRoles).nullable(),
  /** Whether the asking member may put new time on it. */
  trackable: z.boolean(),
});
export type Task = z.output<typeof task>;

/** The names from the root down to the task's parent. */
export const path = z.array(z.object({ id: id('task'), name: z.string() }));

export const taskWithPath = task.extend({ path });
export type TaskWithPath = z.output<typeof taskWithPath>;

const one = z.strictObject({ taskId: id('task') });
const page = { after: id('task').optional(), limit: count({ min: 1, max: 2000, default: 500 }) };

export const listTasks = endpoint('GET', '/api/tasks', {
  summary: 'The active tasks directly below one task, or the projects, by name',
  access: 'member',
  query: z.strictObject({ parentId: id('task').optional(), ...page }),
  output: z.object({ tasks: z.array(task), next: id('task').nullable() }),
});

export const searchTasks = endpoint('GET', '/api/tasks/search', {
  summary: 'Active tasks whose name holds every word; best matches first',
  access: 'member',
  query: z.strictObject({
    q: text(200),
    /** `track`: only what the member may track on; `see`: everything visible. */
    for: z.enum(['track', 'see']).default('track'),
    limit: count({ min: 1, max: 100, default: 30 }),
  }),
  output: z.object({ tasks: z.array(taskWithPath) }),
});

export const listRecentTasks = endpoint('GET', '/api/tasks/recent', {
  summary: 'The tasks the member tracked on last that can still be tracked on, newest first',
  access: 'member',
  query: z.strictObject({ limit: count({ min: 1, max: 50, default: 10 }) }),
  output: z.object({ tasks: z.array(taskWithPath) }),
});

/** What it takes to find a task on a device, and to show it on a timer or an entry. */
export const trackableTask = z.object({
  id: id('task'),
  name: z.string(),
  /** Names from the root to the parent. */
  path: z.array(z.string()),
  color: z.string().nullable(),
  /** The provider of an imported task. */
  provider: z.string().nullable(),
  keywords: z.array(z.string()),
});
export type TrackableTask = z.output<typeof trackableTask>;

export const listTrackableTasks = endpoint('GET', '/api/tasks/trackable', {
  summary: 'Every task the member may track on, by id, for searching them while the server is away',
  access: 'member',
  query: z.strictObject(page),
  output: z.object({ tasks: z.array(trackableTask), next: id('task').nullable() }),
});

export const listFavouriteTasks = endpoint('GET', '/api/tasks/favourites', {
  summary: 'The tasks the member keeps at hand, by name; an archived one says so',
  access: 'member',
  output: z.object({ tasks: z.array(taskWithPath) }),
});

export const keepFavourite = endpoint('PUT', '/api/tasks/:taskId/favourite', {
  summary: 'Keep a task among the own favourites; keeping it again changes nothing',
  access: 'member',
  scope: 'track',
  params: one,
  output: nothing,
  errors: ['favourites-full'],
});

export const dropFavourite = endpoint('DELETE', '/api/tasks/:taskId/favourite', {
  summary: 'Take a task off the own favourites; dropping it again changes nothing',
  access: 'member',
  scope: 'track',
  params: one,
  output: nothing,
});

export const listArchivedTasks = endpoint('GET', '/api/tasks/archived', {
  summary: 'Archived tasks, newest first; below an archived branch only its top is listed',
  access: 'member',
  query: z.strictObject({ q: text(200).default(''), ...page }),
  output: z.object({ tasks: z.array(taskWithPath), next: id('task').nullable() }),
});

export const readTask = endpoint('GET', '/api/tasks/:taskId', {
  summary: 'One task with its path',
  access: 'member',
  params: one,
  output: taskWithPath,
});

/** Tracked time, in whole seconds; a running timer counts up to now. */
const seconds = z.number().int();

export const summarizeTask = endpoint('GET', '/api/tasks/:taskId/summary', {
  summary:
    'The time on a task and everything below it, by member, as far as the asking one may see',
  access: 'member',
  params: one,
  output: z.object({
    today: seconds,
    /** Since the first day of the asking member's week. */
    thisWeek: seconds,
    total: seconds,
    /** Whose time is in it: the own, that of the own people, or everybody's. */
    whose: z.enum(['own', 'own-people', 'everybody']),
    /** Who has time on it, most first; the first 100. */
    members: z.array(z.object({ memberId: id('member'), name: z.string(), total: seconds })),
  }),
});

export const addTask = endpoint('POST', '/api/tasks', {
  summary: 'Add an own task, or a project when `parentId` is null',
  access: 'member',
  body: z.strictObject({
    id: id('task'),
    parentId: id('task').nullable(),
    name: z.string().max(20_000),
  }),
  output: taskWithPath,
  errors: [
    'task-name-needed',
    'task-name-too-long',
    'task-parent-archived',
    'task-read-only',
    'id-taken',
  ],
});

export const changeTask = endpoint('PATCH', '/api/tasks/:taskId', {
  summary:
    'Rename an own task; change note, colour, billable, tags, keywords or budget of any task',
  access: 'member',
  params: one,
  body: z.strictObject({
    name: z.string().max(20_000).optional(),
    note: text(10_000).optional(),
    color: color.nullable().optional(),
    billable: z.boolean().optional(),
    tagIds: z.array(id('tag')).max(20).optional(),
    keywords: z.array(filled(60)).max(20).optional(),
    budgetMinutes: z.number().int().min(1).max(60_000_000).nullable().optional(),
  }),
  output: taskWithPath,
  errors: ['task-name-needed', 'task-name-too-long', 'task-read-only', 'tag-archived'],
});

export const moveTask = endpoint('POST', '/api/tasks/:taskId/move', {
  summary: 'Move an own task with everything below it, to a parent or to the top',
  access: 'member',
  params: one,
  body: z.strictObject({ parentId: id('task').nullable() }),
  output: taskWithPath,
  errors: ['task-into-itself', 'task-parent-archived', 'task-read-only'],
});

export const archiveTask = endpoint('POST', '/api/tasks/:taskId/archive', {
  summary: 'Archive an own task with everything below it; running timers on it are stopped',
  access: 'member',
  params: one,
  output: taskWithPath,
  errors: ['task-read-only'],
});

export const restoreTask = endpoint('POST', '/api/tasks/:taskId/restore', {
  summary: 'Bring an own task back with everything that was archived with it',
  access: 'member',
  params: one,
  output: taskWithPath,
  errors: ['task-not-archived', 'task-parent-archived', 'task-read-only'],
});

/** Who may track on a task and why. */
export const assignment = z.object({
  memberId: id('member'),
  name: z.string(),
  email: z.string(),
  active: z.boolean(),
  role: z.enum(projectRoles),
  /** Made by an integration's rule or by a person. */
  origin: z.enum(['rule', 'hand']),
  /** The task the assignment was made on: the asked one, or one above it. */
  on: z.object({ id: id('task'), name: z.string() }),
});
export type Assignment = z.output<typeof assignment>;

export const listAssignments = endpoint('GET', '/api/tasks/:taskId/assignments', {
  summary: 'Who is assigned to a task, directly or by a task above it',
  access: 'member',
  params: one,
  output: z.object({ assignments: z.array(assignment), mayAssign: z.boolean() }),
});

const assigned = z.strictObject({ taskId: id('task'), memberId: id('member') });

export const assign = endpoint('PUT', '/api/tasks/:taskId/assignments/:memberId', {
  summary: 'Assign a member to a task and everything below it, or change the role',
  access: 'member',
  params: assigned,
  body: z.strictObject({ role: z.enum(projectRoles) }),
  output: nothing,
});

export const unassign = endpoint('DELETE', '/api/tasks/:taskId/assignments/:memberId', {
  summary: 'Take an assignment away; time already tracked stays',
  access: 'member',
  params: assigned,
  output: nothing,
  errors: ['assignment-not-found'],
});
