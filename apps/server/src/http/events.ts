import { newsPath, topics, type News } from '@timegrove/contract/news.ts';
import { isId, type AccountId, type MemberId } from '@timegrove/domain/id.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Database } from '../database/schema.ts';
import type { House } from '../house.ts';
import { findActor } from './session.ts';

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

const telling = z.object({
  accountId: z.custom<AccountId>((value) => isId(value)),
  memberId: z.custom<MemberId>((value) => isId(value)).optional(),
  topic: z.enum(topics),
  id: z.string().optional(),
});

/** Serves `GET /api/news` as Server-Sent Events. */
export function serveNews(app: FastifyInstance, db: Database, house: House): NewsDesk {
  const clients = new Set<Client>();
  const heartbeat = setInterval(() => sendAll(clients, ': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  app.get(newsPath, async (request, reply) => {
    const actor = await findActor(db, house.identity, request, 'member');
    const client = { accountId: actor.accountId, memberId: actor.memberId, reply };
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 1000\nevent: resync\ndata: {}\n\n');
    clients.add(client);
    request.raw.on('close', () => clients.delete(client));
  });
  return {
    deliver: (payload) => deliver(clients, payload),
    resync: () => sendAll(clients, 'event: resync\ndata: {}\n\n'),
    close: () => {
      clearInterval(heartbeat);
      for (const client of clients) client.reply.raw.end();
    },
  };
}

function deliver(clients: ReadonlySet<Client>, payload: string): void {
  const { accountId, memberId, topic, id } = telling.parse(JSON.parse(payload));
  const news: News = { topic, ...(id !== undefined && { id }) };
  const text = `event: news\ndata: ${JSON.stringify(news)}\n\n`;
  for (const client of clients) {
    if (client.accountId !== accountId) continue;
    if (memberId !== undefined && client.memberId !== memberId) continue;
    client.reply.raw.write(text);
  }
}

function sendAll(clients: ReadonlySet<Client>, text: string): void {
  for (const client of clients) client.reply.raw.write(text);
}
