import { newId } from '@timegrove/contract/new-id.ts';
import { expect, it } from 'vitest';
import { aServer } from '../testing/server.ts';
import { anAccount } from '../testing/world.ts';

const server = await aServer();
const { administrator } = await anAccount(server);

const timer = { id: newId(), taskId: null, zone: 'UTC' };

it.each([
  [{}, 'body.id', 'is missing'],
  [{ id: timer.id }, 'body.taskId', 'is missing'],
  [{ ...timer, zone: undefined }, 'body.zone', 'is missing'],
  [{ ...timer, zone: null }, 'body.zone', 'Invalid input: expected string, received null'],
  [{ ...timer, zone: 'Mars' }, 'body.zone', 'must be an IANA time zone, like Europe/Berlin'],
  [{ ...timer, tagIds: [7] }, 'body.tagIds.0', 'must be a UUID in lower case'],
  [{ ...timer, more: 1 }, 'body', 'Unrecognized key: "more"'],
  [{ ...timer, note: 'a\0b' }, 'body.note', 'must not hold a NUL character'],
])('what is wrong with %j is said of its field', async (payload, field, reason) => {
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/timers',
    headers: { cookie: administrator.cookie },
    payload,
  });
  expect([reply.statusCode, reply.json()]).toEqual([
    422,
    expect.objectContaining({ code: 'input-invalid', field, message: `${field}: ${reason}` }),
  ]);
});
