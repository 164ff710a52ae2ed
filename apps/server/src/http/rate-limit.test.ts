import { readInvitation } from '@timegrove/contract/members.ts';
import { readMe, signIn, signUp } from '@timegrove/contract/session.ts';
import { expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { aServer } from '../testing/server.ts';
import { aMember, anAccount } from '../testing/world.ts';
import { usualLimits } from './rate-limit.ts';

const minute = 60;

test('guessing passwords for one address ends after ten tries, for that address alone', async () => {
  const server = await aServer({ house: { limits: usualLimits } });
  const account = await anAccount(server);
  const { email, password } = await aMember(account);
  const guess = async (address: string, word: string) =>
    server.ask(signIn, { body: { email: address, password: word } });
  for (let tries = 0; tries < 10; tries += 1) {
    const spelling = tries % 2 === 0 ? email : email.toUpperCase();
    expect((await refusalOf(guess(spelling, 'a wrong guess'))).code).toBe('sign-in-refused');
  }
  const refused = await refusalOf(guess(email, password));
  expect(refused).toMatchObject({ code: 'too-many-tries', status: 429 });
  expect(refused.message).toMatch(/^Too many tries\. Please wait \d+ seconds and try again\.$/);
  const seconds = Number(refused.details?.['seconds']);
  expect(seconds).toBeGreaterThan(290);
  expect(seconds).toBeLessThanOrEqual(5 * minute);
  const other = await aMember(account);
  expect(await guess(other.email, other.password)).toMatchObject({ email: other.email });
});

test('one caller is limited per endpoint, told when to come back, and free elsewhere', async () => {
  const limits = [
    { endpoint: readInvitation, per: 'caller', tries: 2, seconds: minute },
    { endpoint: signUp, per: 'caller', tries: 1, seconds: minute },
  ] as const;
  const server = await aServer({ house: { limits } });
  const look = async (from: string) =>
    server.app.inject({
      method: 'GET',
      url: `/api/invitation-links/${'x'.repeat(43)}`,
      remoteAddress: from,
    });
  expect((await look('192.0.2.1')).statusCode).toBe(410);
  expect((await look('192.0.2.1')).statusCode).toBe(410);
  const third = await look('192.0.2.1');
  expect(third.statusCode).toBe(429);
  expect(third.headers['retry-after']).toBe('60');
  expect(third.json()).toMatchObject({ code: 'too-many-tries' });
  expect((await look('192.0.2.2')).statusCode).toBe(410);
  expect((await refusalOf(server.ask(readMe))).code).toBe('session-needed');
});

test('behind a reverse proxy callers are told apart by the address that the proxy saw', async () => {
  const limits = [{ endpoint: readInvitation, per: 'caller', tries: 1, seconds: minute }] as const;
  const statuses = async (proxies: number, ...callers: string[]) => {
    const server = await aServer({ house: { limits }, proxies });
    const got: number[] = [];
    for (const caller of callers) {
      const { statusCode } = await server.app.inject({
        method: 'GET',
        url: `/api/invitation-links/${'x'.repeat(43)}`,
        remoteAddress: '10.0.0.1',
        headers: { 'x-forwarded-for': caller },
      });
      got.push(statusCode);
    }
    return got;
  };
  const [first, second, pretended] = ['192.0.2.1', '192.0.2.2', '198.51.100.7, 192.0.2.1'];
  expect(await statuses(1, first, second, first, pretended)).toEqual([410, 410, 429, 429]);
  // Without a proxy the header is anybody's word; with two, the second one's.
  expect(await statuses(0, first, second)).toEqual([410, 429]);
  expect(await statuses(2, pretended, first, '198.51.100.8, 192.0.2.1')).toEqual([410, 410, 410]);
});

test('a body without an address is refused for what it is, and counted nevertheless', async () => {
  const limits = [{ endpoint: signIn, per: 'email', tries: 1, seconds: minute }] as const;
  const server = await aServer({ house: { limits } });
  const send = async (payload: object) =>
    server.app.inject({ method: 'POST', url: '/api/sign-in', payload });
  expect((await send({ email: 7 })).json()).toMatchObject({ code: 'input-invalid' });
  expect((await send([])).json()).toMatchObject({ code: 'too-many-tries' });
});

test('without limits nobody is limited', async () => {
  const server = await aServer();
  const body = { email: 'nobody@example.org', password: 'a wrong guess' };
  for (let tries = 0; tries < 15; tries += 1) {
    expect((await refusalOf(server.ask(signIn, { body }))).code).toBe('sign-in-refused');
  }
});
