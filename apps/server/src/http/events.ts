import { newsPath } from '@timegrove/contract/news.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Actor } from './desk.ts';
import type { Entrance } from './entrance.ts';
import type { NewsHub } from './news-hub.ts';
import { findActor } from './session.ts';

const heartbeatMs = 20_000;

/** A client that lets so many bytes wait is dropped; when it comes back it asks for everything anyway. */
const mostWaiting = 64 * 1024;

const resync = 'event: resync\ndata: {}\n\n';

/** Serves `GET /api/news` as Server-Sent Events. */
export function serveNews(app: FastifyInstance, entrance: Entrance): void {
  app.get(newsPath, async (request, reply) => {
    const wanted = { access: 'member', scope: 'read' } as const;
    const actor = await findActor(entrance, request, wanted);
    const end = welcome(entrance.news, actor, reply);
    endOnExpiry(actor, entrance.now(), reply, end);
    // A revocation may have been told just before there was this client to hear it.
    await findActor(entrance, request, wanted).catch(end);
  });
}

/** Begins a stream, and gives what ends it in order; the client comes back by itself. */
function welcome(news: NewsHub, { accountId, memberId }: Actor, reply: FastifyReply): () => void {
  const { raw } = reply;
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: 1000\n${resync}`);
  const send = (text: string): void => {
    // A stream that nobody reads is let go of, with all that waits in it.
    if (raw.writableEnded) return;
    if (raw.destroyed || raw.writableLength > mostWaiting) raw.destroy();
    else raw.write(text);
  };
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  const end = (): void => void raw.end();
  const unlisten = news.listen({
    accountId,
    memberId,
    hear: (told) => send(`event: news\ndata: ${JSON.stringify(told)}\n\n`),
    resync: () => send(resync),
    end,
  });
  raw.on('close', () => {
    clearInterval(heartbeat);
    unlisten();
  });
  raw.on('error', () => raw.destroy());
  return end;
}

const longestTimer = 2 ** 31 - 1;

/** A token opens the stream for as long as it is good. */
function endOnExpiry({ token }: Actor, now: Date, { raw }: FastifyReply, end: () => void): void {
  if (token?.expiresAt == null) return;
  const left = token.expiresAt.getTime() - now.getTime();
  const timer = setTimeout(end, Math.min(left, longestTimer));
  timer.unref();
  raw.on('close', () => clearTimeout(timer));
}
