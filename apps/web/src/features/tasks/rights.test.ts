import { expect, test } from 'vitest';
import { rightsOn } from './rights.ts';
import { aTask } from './tree/a-task.ts';

const imported = { provider: 'p', kind: 'project', url: null, readOnly: true };

test('the structure of an imported task is the vendor’s, for everybody', () => {
  const rights = rightsOn(aTask('a', { source: imported }), 'administrator');
  expect(rights).toMatchObject({ structure: 'at-vendor', addBelow: 'at-vendor', manage: true });
});

test('after the integration is unlinked it is an ordinary task', () => {
  const task = aTask('a', { source: { ...imported, readOnly: false }, role: 'project-manager' });
  expect(rightsOn(task, 'user')).toMatchObject({ structure: 'open', addBelow: 'open' });
});

test.each([
  ['project-manager', { structure: 'open', addBelow: 'open', manage: true }],
  ['regular-user', { structure: 'no-right', addBelow: 'open', manage: false }],
  ['guest', { structure: 'no-right', addBelow: 'no-right', manage: false }],
] as const)('a user who is %s here', (role, expected) => {
  expect(rightsOn(aTask('a', { role }), 'user')).toMatchObject(expected);
});

test('a task without an own role is a mere path, except to an administrator', () => {
  const path = aTask('a', { role: null, trackable: false });
  expect(rightsOn(path, 'user').merePath).toBe(true);
  expect(rightsOn(path, 'supervisor').merePath).toBe(true);
  expect(rightsOn(path, 'administrator').merePath).toBe(false);
});
