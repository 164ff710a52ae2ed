import { newsPath, topics, type News } from '@timegrove/contract/news.ts';
import { isId, type AccountId, type MemberId } from '@timegrove/domain/id.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Entrance } from './entrance.ts';
import { findActor, readActor } from './session.ts';

interface Client {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly reply: FastifyReply;
}

/** The clients of this process that listen for news. */
export interface NewsDesk {
  /** Hands a piece of news, as it came from the database, to the clients it is for. */
  readonly deliver: (payload: string) => void;
  /** News may have been missed: every client is told to ask again for everything. */
  readonly resync: () => void;
  close(): void;
}

const heartbeatMs = 20_000;

/** A client that lets so many bytes wait is dropped; when it comes back it asks for everything anyway. */
const mostWaiting = 64 * 1024;

const telling = z.object({
  accountId: z.custom<AccountId>((value) => isId(value)),
  memberId: z.custom<MemberId>((value) => isId(value)).optional(),
  topic: z.enum(topics),
  id: z.string().optional(),
});
type Telling = z.output<typeof telling>;

/** Serves `GET /api/news` as Server-Sent Events. */
export function serveNews(app: FastifyInstance, entrance: Entrance): NewsDesk {
  const clients = new Set<Client>();
  const sendAll = (text: string): void => {
    for (const client of clients) send(clients, client, text);
  };
  const heartbeat = setInterval(() => sendAll(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  app.get(newsPath, async (request, reply) => {
    const actor = await findActor(entrance, request, { access: 'member', scope: 'read' });
    const client = { accountId: actor.accountId, memberId: actor.memberId, reply };
    welcome(clients, client);
    // A deactivation may have been told just before there was this client to hear it.
    await readActor(entrance.db, actor.userId).catch(() => end(clients, client));
  });
  return {
    deliver: (payload) => {
      const told = telling.safeParse(parsedJson(payload));
      if (told.success) deliver(clients, told.data);
      else app.log.warn({ payload: payload.slice(0, 200) }, 'news of an unknown form is left out');
    },
    resync: () => sendAll('event: resync\ndata: {}\n\n'),
    close: () => {
      clearInterval(heartbeat);
      for (const client of clients) end(clients, client);
    },
  };
}

function welcome(clients: Set<Client>, client: Client): void {
  const { reply } = client;
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 1000\nevent: resync\ndata: {}\n\n');
  clients.add(client);
  reply.raw.on('close', () => clients.delete(client));
  reply.raw.on('error', () => drop(clients, client));
}

function deliver(clients: Set<Client>, { accountId, memberId, topic, id }: Telling): void {
  const news: News = { topic, ...(id !== undefined && { id }) };
  const text = `event: news\ndata: ${JSON.stringify(news)}\n\n`;
  for (const client of clients) {
    if (client.accountId !== accountId) continue;
    if (memberId !== undefined && client.memberId !== memberId) continue;
    send(clients, client, text);
    // Who was changed may have been deactivated: they have to pass the door again.
    if (topic === 'members' && client.memberId === id) end(clients, client);
  }
}

function send(clients: Set<Client>, client: Client, text: string): void {
  const { raw } = client.reply;
  if (raw.destroyed || raw.writableLength > mostWaiting) drop(clients, client);
  else raw.write(text);
}

/** Ends a stream in order; the browser comes back by itself. */
function end(clients: Set<Client>, client: Client): void {
  clients.delete(client);
  client.reply.raw.end();
}

/** Lets go of a stream that nobody reads, with all that waits in it. */
function drop(clients: Set<Client>, client: Client): void {
  clients.delete(client);
  client.reply.raw.destroy();
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
