import { expect, it } from 'vitest';
import { people, workspace } from './test-vendor.ts';

const user = (id: number, more: object = {}) => ({
  id,
  email: `u${id}@x.example`,
  fullname: `U${id}`,
  inactive: false,
  is_active: true,
  ...more,
});

const in1 = { kind: 'workspace', remoteId: '1' };
const in2 = { kind: 'workspace', remoteId: '2' };

it('takes somebody in two workspaces for one person with two containers', async () => {
  const found = await people((path) => {
    if (path === '/me/workspaces') return [workspace(1), workspace(2)];
    return path === '/workspaces/1/users' ? [user(7), user(8)] : [user(7)];
  });
  expect(found).toEqual([
    { remoteId: '7', name: 'U7', email: 'u7@x.example', active: true, containers: [in1, in2] },
    { remoteId: '8', name: 'U8', email: 'u8@x.example', active: true, containers: [in1] },
  ]);
});

it.each([
  ['only where the first deactivated them', true, false, [in2], true],
  ['only where the second did not', false, true, [in1], true],
  ['nowhere any more', true, true, [in1, in2], false],
])('takes a deactivated person for active %s', async (_, first, second, containers, active) => {
  const found = await people((path) => {
    if (path === '/me/workspaces') return [workspace(1), workspace(2)];
    return [user(7, { inactive: path === '/workspaces/1/users' ? first : second })];
  });
  expect(found).toMatchObject([{ active, containers }]);
});

it('does not ask in deleted workspaces, and bears people whose address is kept from us', async () => {
  const deleted = workspace(2, { server_deleted_at: '2026-01-01T00:00:00+00:00' });
  const found = await people((path) => {
    if (path === '/me/workspaces') return [workspace(1), deleted];
    if (path === '/workspaces/1/users') return [user(7, { email: null, fullname: null })];
    throw new Error(`asked for ${path}`);
  });
  expect(found).toMatchObject([{ remoteId: '7', name: '', email: '' }]);
});

it('tells of nobody when one workspace refuses', async () => {
  const found = people((path) => {
    if (path === '/me/workspaces') return [workspace(1), workspace(2)];
    return path === '/workspaces/1/users'
      ? [user(7)]
      : Response.json('User does not have access to this resource.', { status: 403 });
  });
  await expect(found).rejects.toMatchObject({ failure: { word: 'gone' } });
});
