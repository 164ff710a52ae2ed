import { makeClient, Refused } from '@timegrove/contract/client.ts';
import { askConnection, endConnection, readConnection } from '@timegrove/contract/connections.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe, type Me } from '@timegrove/contract/session.ts';
import { browser } from '../browser.ts';
import { newSecret } from '../connection/new-secret.ts';
import { permissionFor } from '../connection/server-address.ts';
import type { Desk } from './desk.ts';
import { forgotten, type Known } from './memory.ts';
import { ownName } from './own-name.ts';
import { answerRefused, notRevoked } from './connect-words.ts';

const patience = 10_000;
const withPatience: typeof fetch = async (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(patience) });

/** Asks a server to be let in and opens its window in which a member allows it. */
export async function askToSignIn(desk: Desk, server: string): Promise<void> {
  await desk.attempt(async () => {
    const [tokenId, secret] = [newId<'token'>(), newSecret()];
    const body = { id: tokenId, kind: 'browser-plugin', name: await ownName(), secret } as const;
    const visitor = makeClient({ server, fetch: withPatience });
    const { code, expiresAt } = await visitor(askConnection, { body });
    desk.memory.change({ request: { server, tokenId, secret, code, expiresAt }, notice: null });
    await browser.tabs.create({ url: `${server}/connect?code=${encodeURIComponent(code)}` });
  });
}

/** Looks what became of the request; once it is allowed, this browser is connected. */
export async function lookAtRequest(desk: Desk): Promise<void> {
  const { request } = desk.known();
  if (request === null) return;
  const { server, tokenId, secret } = request;
  const visitor = makeClient({ server, fetch: withPatience });
  const state = await visitor(readConnection, { params: { tokenId } }).then(
    (answer) => answer.state,
    // A server that is away for a moment has not refused anything.
    (error: unknown) => (error instanceof Refused && error.status === 404 ? 'expired' : 'waiting'),
  );
  // Somebody may have cancelled it meanwhile.
  if (desk.known().request?.tokenId !== tokenId || state === 'waiting') return;
  if (state === 'allowed')
    return desk.attempt(async () => useToken(desk, { server, token: secret, own: true }));
  desk.memory.change({ request: null, notice: trouble(answerRefused(state)) });
}

interface Given {
  readonly server: string;
  readonly token: string;
  /** Made by this extension for itself. */
  readonly own: boolean;
}

/** Connects with a token. @throws Refused where the server does not take it */
export async function useToken(desk: Desk, { server, token, own }: Given): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const me: Me = await makeClient({ server, headers, fetch: withPatience })(readMe);
  const before = desk.known().connection;
  const same = before?.server === server && before.memberId === me.memberId;
  const connection = { server, token, own, memberId: me.memberId, refused: false };
  // Of somebody else nothing is shown; of the same member what is known stays until it is read anew.
  const kept = same ? desk.known() : forgotten(desk.known());
  desk.memory.change({ ...kept, me, connection, request: null, reached: true, notice: null });
  if (before !== null && before.server !== server) await giveBack(before.server);
  await desk.open();
  desk.outbox()?.wake();
  await desk.reading.all();
}

/** Ends the connection here and, where this extension made the token, at the server. */
export async function disconnect(desk: Desk): Promise<void> {
  const { connection } = desk.known();
  if (connection === null) return;
  const ending = connection.own && !connection.refused ? desk.ask(endConnection) : undefined;
  const ended = await Promise.resolve(ending).then(
    () => true,
    () => false,
  );
  desk.memory.change({
    ...forgotten(desk.known()),
    ...(ended ? {} : { notice: trouble(notRevoked()) }),
  });
  await desk.open();
  await giveBack(connection.server);
}

function trouble(text: string): Known['notice'] {
  return { kind: 'trouble', text, about: null };
}

async function giveBack(server: string): Promise<void> {
  // A permission that the browser gave for good cannot be given back.
  await browser.permissions.remove({ origins: [permissionFor(server)] }).catch(() => false);
}
