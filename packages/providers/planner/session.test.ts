import { describe, expect, it } from 'vitest';
import { failureOf } from '../kit/conformance/bench.ts';
import { aVendor } from './fixed-vendor.ts';
import { provider } from './index.ts';
import { openSession } from './session.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 2, 1, 10);
const at = (time: number) => new Date(time).toISOString();
const typed = { email: 'mia@agency.example', password: 'correct horse' };
const stored = {
  email: typed.email,
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: at(now + hour),
};
const tokens = (turn: number, more = {}) => ({
  access_token: `access-${turn}`,
  refresh_token: `refresh-${turn}`,
  expires_in: 3600,
  ...more,
});
const user = { user: { email: 'Mia@agency.example', displayName: 'Mia Moosbrand' } };

describe('signing in', () => {
  it('sends e-mail and password once and keeps the tokens, not the password', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(1), '/users/self': user }, now);
    expect(await provider.check(vendor.tools, typed)).toEqual({
      name: 'Mia Moosbrand',
      email: 'Mia@agency.example',
      keep: stored,
    });
    expect(vendor.forms).toEqual([
      {
        grant_type: 'password',
        username: typed.email,
        password: typed.password,
        client_id: 'timegrove',
        scope: 'heyspace',
      },
    ]);
  });

  it('has nothing better to keep where the vendor gives no refresh token', async () => {
    const answers = { '/oauth/token': tokens(1, { refresh_token: null }), '/users/self': user };
    expect(await provider.check(aVendor(answers, now).tools, typed)).not.toHaveProperty('keep');
  });

  it('takes the typed address for the person where the vendor does not tell who it is', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(1), '/users/self': 404 }, now);
    expect(await provider.check(vendor.tools, typed)).toMatchObject({
      name: typed.email,
      email: typed.email,
    });
    expect(vendor.notes).toHaveLength(1);
  });
});

const refusing = (bearer: string) => (bearer === 'access-1' || bearer === 'access-2' ? 401 : {});

describe('a session', () => {
  it('uses its access token as long as it holds, and asks for no other', async () => {
    const vendor = aVendor({ '/x': {} }, now);
    await openSession(vendor.tools, stored).send({ path: '/x' });
    expect(vendor.asked).toEqual(['GET /x']);
    expect(vendor.bearers).toEqual(['access-1']);
  });

  it('renews a token that has run out before it asks, stores it, then uses it', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(2), '/x': {} }, now + hour);
    const session = openSession(vendor.tools, stored);
    await session.send({ path: '/x' });
    await session.send({ path: '/x' });
    expect(vendor.asked).toEqual(['POST /oauth/token', 'renew', 'GET /x', 'GET /x']);
    expect(vendor.bearers).toEqual(['access-2', 'access-2']);
    const fresh = { accessToken: 'access-2', refreshToken: 'refresh-2' };
    expect(vendor.renewals).toEqual([{ ...stored, ...fresh, expiresAt: at(now + 2 * hour) }]);
    expect(session.credential()).toEqual(vendor.renewals[0]);
  });

  it('renews a refused token and asks again, each time with the token given last', async () => {
    let turn = 1;
    const vendor = aVendor({ '/oauth/token': () => tokens((turn += 1)), '/x': refusing }, now);
    const session = openSession(vendor.tools, stored);
    // access-2 is refused too: once for each request, no more.
    expect((await failureOf(() => session.send({ path: '/x' })))?.word).toBe('unauthorized');
    await session.send({ path: '/x' });
    expect(vendor.bearers).toEqual(['access-1', 'access-2', 'access-2', 'access-3']);
    expect(vendor.forms.map((form) => form['refresh_token'])).toEqual(['refresh-1', 'refresh-2']);
  });

  it('does not renew again when what it renewed just now is refused', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(2), '/x': 401 }, now + hour);
    const session = openSession(vendor.tools, stored);
    expect((await failureOf(() => session.send({ path: '/x' })))?.word).toBe('unauthorized');
    expect(vendor.asked).toEqual(['POST /oauth/token', 'renew', 'GET /x']);
  });

  it('takes a code of refusal in the body for what it is, whatever HTTP says', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(2), '/x': { code: 401 } }, now);
    const session = openSession(vendor.tools, stored);
    expect((await failureOf(() => session.send({ path: '/x' })))?.word).toBe('unauthorized');
    expect(vendor.asked).toEqual(['GET /x', 'POST /oauth/token', 'renew', 'GET /x']);
  });

  it('keeps a refresh token that does not rotate', async () => {
    const answers = { '/oauth/token': tokens(2, { refresh_token: undefined }), '/x': {} };
    const vendor = aVendor(answers, now + hour);
    await openSession(vendor.tools, stored).send({ path: '/x' });
    expect(vendor.renewals).toMatchObject([{ accessToken: 'access-2', refreshToken: 'refresh-1' }]);
  });

  it.each([400, 503])('does not try again after renewing failed (%i)', async (status) => {
    const vendor = aVendor({ '/oauth/token': status, '/x': {} }, now + hour);
    const session = openSession(vendor.tools, stored);
    const failures = [
      await failureOf(() => session.send({ path: '/x' })),
      await failureOf(() => session.send({ path: '/x' })),
    ];
    expect(failures[0]).toEqual(failures[1]);
    expect(vendor.asked).toEqual(['POST /oauth/token']);
  });

  it('does not use what could not be stored', async () => {
    const vendor = aVendor({ '/oauth/token': tokens(2), '/x': {} }, now + hour);
    const tools = { ...vendor.tools, renew: () => Promise.reject(new Error('the disk is full')) };
    await expect(openSession(tools, stored).send({ path: '/x' })).rejects.toThrow('disk is full');
    expect(vendor.asked).toEqual(['POST /oauth/token']);
  });

  it('with only a password signs in once, and leaves the password as soon as it can', async () => {
    const without = aVendor({ '/oauth/token': tokens(1, { refresh_token: null }), '/x': {} }, now);
    const session = openSession(without.tools, typed);
    await session.send({ path: '/x' });
    await session.send({ path: '/x' });
    expect(without.asked).toEqual(['POST /oauth/token', 'GET /x', 'GET /x']);
    expect(session.credential()).toEqual(typed);
    const offering = aVendor({ '/oauth/token': tokens(1), '/x': {} }, now);
    await openSession(offering.tools, typed).send({ path: '/x' });
    expect(offering.renewals).toEqual([stored]);
  });
});
