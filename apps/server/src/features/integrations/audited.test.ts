import { listAudit } from '@timegrove/contract/audit.ts';
import { unlinkIntegration } from '@timegrove/contract/integrations.ts';
import { assign, unassign } from '@timegrove/contract/tasks.ts';
import { expect, it } from 'vitest';
import { anEnabled, imported } from '../../testing/integration.ts';
import { aServer } from '../../testing/server.ts';
import { aVendor } from '../../testing/vendor.ts';
import { aMember, anAccount, aTask } from '../../testing/world.ts';

it('what an administrator does with an integration stands in the audit log, without a secret', async () => {
  const vendor = await aVendor('meistertask');
  vendor.create('project', 'Site');
  const server = await aServer({ sandboxUrl: vendor.url });
  const account = await anAccount(server);
  const { administrator } = account;
  const integrationId = await anEnabled(account, vendor);
  await imported(account, integrationId);
  await administrator.ask(unlinkIntegration, {
    params: { integrationId },
    body: { archiveTasks: true },
  });
  const { audited } = await administrator.ask(listAudit);
  expect(audited).toMatchObject([
    { action: 'unlinked', changes: { archiveTasks: { before: null, after: true } } },
    { action: 'changed', changes: { selection: { before: null, after: 'all' } } },
    { action: 'enabled', thing: 'integration', thingId: integrationId, name: 'MeisterTask' },
  ]);
  expect(JSON.stringify(audited)).not.toContain(Object.values(vendor.credential)[0]);
});

it('who was assigned and taken off stands in the audit log, a change of nothing does not', async () => {
  const server = await aServer();
  const account = await anAccount(server);
  const { administrator } = account;
  const taskId = await aTask(account, { name: 'Shop' });
  const { memberId } = await aMember(account, { name: 'Kim' });
  const params = { taskId, memberId };
  await administrator.ask(assign, { params, body: { role: 'guest' } });
  await administrator.ask(assign, { params, body: { role: 'guest' } });
  await administrator.ask(unassign, { params });
  const { audited } = await administrator.ask(listAudit, { query: { thing: 'task' } });
  expect(audited).toMatchObject([
    { action: 'unassigned', name: 'Shop', changes: { Kim: { before: 'guest', after: null } } },
    { action: 'assigned', thingId: taskId, changes: { Kim: { before: null, after: 'guest' } } },
  ]);
  expect(audited).toHaveLength(2);
});
