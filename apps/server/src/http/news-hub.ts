import { topics, type News } from '@timegrove/contract/news.ts';
import { isId, type AccountId, type MemberId } from '@timegrove/domain/id.ts';
import type { FastifyBaseLogger } from 'fastify';
import { z } from 'zod';

/** Somebody in this process who listens for news to a member. */
export interface Listener {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly hear: (news: News) => void;
  /** News may have been missed. */
  readonly resync: () => void;
  /** Nothing more comes: whoever wants to go on has to pass the door again. */
  readonly end: () => void;
}

/** Hands news of the database to those of this process who listen. */
export interface NewsHub {
  /** Gives what takes the listener away. */
  listen(listener: Listener): () => void;
  /** Hands a piece of news, as it came from the database, to those it is for. */
  readonly deliver: (payload: string) => void;
  /** News may have been missed: everybody is told to ask again for everything. */
  readonly resync: () => void;
  /** Ends everybody who listens, and who comes later at once. */
  close(): void;
}

const telling = z.object({
  accountId: z.custom<AccountId>((value) => isId(value)),
  memberId: z.custom<MemberId>((value) => isId(value)).optional(),
  topic: z.enum(topics),
  id: z.string().optional(),
});
type Telling = z.output<typeof telling>;

/** Makes the hub of one process. */
export function makeNewsHub(log: FastifyBaseLogger): NewsHub {
  const listeners = new Set<Listener>();
  let closed = false;
  return {
    listen: (listener) => {
      if (closed) listener.end();
      else listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    deliver: (payload) => {
      const told = telling.safeParse(parsedJson(payload));
      if (told.success) hand(listeners, told.data);
      else log.warn({ payload: payload.slice(0, 200) }, 'news of an unknown form is left out');
    },
    resync: () => listeners.forEach((listener) => listener.resync()),
    close: () => {
      closed = true;
      listeners.forEach((listener) => listener.end());
      listeners.clear();
    },
  };
}

function hand(listeners: Set<Listener>, { accountId, memberId, topic, id }: Telling): void {
  const news: News = { topic, ...(id !== undefined && { id }) };
  for (const listener of listeners) {
    if (listener.accountId !== accountId) continue;
    if (memberId !== undefined && listener.memberId !== memberId) continue;
    listener.hear(news);
    // Who was changed may have been deactivated, or a token revoked.
    if (topic !== 'members' || listener.memberId !== id) continue;
    listeners.delete(listener);
    listener.end();
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
