import type { ServerResponse } from 'node:http';
import type { Topic } from '@timegrove/contract/news.ts';
import type { Actor } from './desk.ts';
import type { NewsHub } from './news-hub.ts';

/** Listening to the news of one member while an answer waits for them. */
export interface Hearing {
  /** Whether something was told, since the last time or from now on; false once the wait is over. */
  readonly next: () => Promise<boolean>;
  readonly end: () => void;
}

/** After these the actor is not the same any more: who wants to know passes the door again. */
const endings: readonly Topic[] = ['assignments', 'members'];

/** Listens until `mostMs` are over, the client has gone, or the server closes. */
export function hearNews(
  news: NewsHub,
  actor: Actor,
  gone: ServerResponse,
  mostMs: number,
): Hearing {
  let told = false;
  let over = false;
  let wake: (() => void) | null = null;
  const hear = (): void => {
    told = true;
    wake?.();
  };
  const finish = (): void => {
    over = true;
    wake?.();
  };
  const timer = setTimeout(finish, mostMs);
  const { accountId, memberId } = actor;
  const unlisten = news.listen({
    accountId,
    memberId,
    hear: ({ topic }) => (endings.includes(topic) ? finish() : hear()),
    resync: hear,
    end: finish,
  });
  gone.once('close', finish);
  return {
    next: async () => {
      if (!told && !over) await new Promise<void>((resolve) => (wake = resolve));
      const news = told && !over;
      told = false;
      return news;
    },
    end: () => {
      clearTimeout(timer);
      unlisten();
      gone.off('close', finish);
    },
  };
}
